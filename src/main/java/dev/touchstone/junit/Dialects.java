package dev.touchstone.junit;

import dev.touchstone.preflight.Dialect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a class of checks once for every dialect of the target. */
final class Dialects implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public boolean mayReturnZeroClassTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
            ExtensionContext context) {
        RunContext run = CheckRunner.runOf(context);
        Class<?> checks = context.getRequiredTestClass();
        return run.facts().dialects().stream()
                .filter(dialect -> CheckClasses.hasWork(checks, run, dialect))
                .map(dialect -> new Invocation(run, dialect));
    }

    private record Invocation(RunContext run, Dialect dialect) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return dialect.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new CheckExtension(run, dialect));
        }
    }
}
