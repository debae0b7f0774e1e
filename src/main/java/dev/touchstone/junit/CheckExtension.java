package dev.touchstone.junit;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.client.Session;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Decides whether a check applies to a dialect, gives it its parameters, and records what it found. */
final class CheckExtension implements ExecutionCondition, BeforeEachCallback, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(CheckExtension.class);

    private final RunContext run;
    private final Dialect dialect;

    CheckExtension(RunContext run, Dialect dialect) {
        this.run = run;
        this.dialect = dialect;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<Requirement> found = requirement(context);
        if (found.isEmpty()) {
            return ConditionEvaluationResult.enabled("not a check");
        }
        Requirement requirement = found.get();
        if (!requirement.appliesTo(dialect.revision()) || !run.selects(requirement)) {
            return ConditionEvaluationResult.disabled("not part of " + dialect.revision() + " or not selected");
        }
        Optional<Outcome> aside = new Applicability(run, dialect).aside(requirement);
        aside.ifPresent(run.outcomes()::add);
        return aside.map(outcome -> ConditionEvaluationResult.disabled(outcome.reason()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("the server offers " + requirement.needs()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context).put("started", System.nanoTime());
        if (!context.getRequiredTestClass().isAnnotationPresent(Afterwards.class)) {
            run.liveness().demand();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Expect.class
                || type == Dialect.class
                || type == Target.class
                || type == Catalogue.class
                || type == Siblings.class
                || type == Verdicts.class
                || type == PlainHttp.class
                || type.isAnnotationPresent(Shared.class)
                || McpClient.class.isAssignableFrom(type)
                || Session.class.isAssignableFrom(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Expect.class) {
            return expect(context);
        } else if (type == Dialect.class) {
            return dialect;
        } else if (type == Target.class) {
            return run.target();
        } else if (type == Catalogue.class) {
            return run.catalogue();
        } else if (type == Siblings.class) {
            return new Siblings(dialect, run.facts().spoken());
        } else if (type == Verdicts.class) {
            return new Verdicts(run.outcomes(), dialect.revision());
        } else if (type.isAnnotationPresent(Shared.class)) {
            return run.shared().get(type, dialect);
        } else if (type == PlainHttp.class) {
            return run.plain(requirement(context).orElseThrow().id());
        }
        McpClient client =
                run.client(dialect, requirement(context).orElseThrow().id());
        if (McpClient.class.isAssignableFrom(type)) {
            return client;
        }
        Session session = client.connect();
        store(context).put(parameter.getIndex(), session);
        return session;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Requirement requirement = requirement(context).orElseThrow();
        Expect expect = expect(context);
        long started = store(context).getOrDefault("started", Long.class, System.nanoTime());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Outcome outcome = new Judge(requirement, dialect.revision())
                .outcome(expect, context.getExecutionException().orElse(null), took);
        run.outcomes().add(outcome);
        run.liveness().lookAfter(requirement.id(), dialect, expect.evidence());
        if (context.getExecutionException().isEmpty() && outcome.verdict() != Verdict.PASS) {
            throw new AssertionError(outcome.expected() + " expected, but seen: " + outcome.seen());
        }
    }

    private Expect expect(ExtensionContext context) {
        return store(context).getOrComputeIfAbsent("expect", key -> new Expect(), Expect.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private Optional<Requirement> requirement(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Verifies.class))
                .map(verifies -> run.catalogue().get(verifies.value()));
    }
}
