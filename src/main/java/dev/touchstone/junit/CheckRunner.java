package dev.touchstone.junit;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs all checks on the JUnit Platform and makes sure that each requirement has an outcome. */
public final class CheckRunner {
    private static final String JUPITER = "junit-jupiter";
    private static final String KEY = "run";
    private static final Namespace NAMESPACE = Namespace.create("touchstone");

    private CheckRunner() {}

    /**
     * Runs the checks.
     *
     * @param run what the checks need
     * @param parallel how many may run side by side
     */
    public static void run(RunContext run, int parallel) {
        try (LauncherSession session = LauncherFactory.openSession(config())) {
            session.getStore().put(NAMESPACE, KEY, run);
            int sideBySide = run.facts().oneAtATime() ? 1 : parallel;
            for (CheckClasses.Part part : CheckClasses.Part.values()) {
                session.getLauncher().execute(request(CheckClasses.of(run, part), sideBySide, run.checkLimit()));
            }
        }
        completeOutcomes(run);
    }

    private static LauncherConfig config() {
        return LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
    }

    private static LauncherDiscoveryRequest request(List<Class<?>> classes, int parallel, Duration limit) {
        List<ClassSelector> selectors =
                classes.stream().map(DiscoverySelectors::selectClass).toList();
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.includeEngines(JUPITER))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel > 1))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(parallel))
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.max-pool-size", String.valueOf(parallel))
                .configurationParameter(
                        "junit.jupiter.execution.timeout.testable.method.default", limit.toSeconds() + " s")
                .configurationParameter("junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                .build();
    }

    static RunContext runOf(ExtensionContext context) {
        ExtensionContext.Namespace namespace = ExtensionContext.Namespace.create("touchstone");
        RunContext run = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, namespace)
                .get(KEY, RunContext.class);
        return Optional.ofNullable(run)
                .orElseThrow(() -> new IllegalStateException("checks run through CheckRunner only"));
    }

    private static void completeOutcomes(RunContext run) {
        for (Dialect dialect : run.facts().dialects()) {
            for (Requirement requirement : run.catalogue().requirements()) {
                boolean due =
                        requirement.tested() && requirement.appliesTo(dialect.revision()) && run.selects(requirement);
                Judge judge = new Judge(requirement, dialect.revision());
                if (due
                        && !run.outcomes()
                                .has(requirement.id() + "@" + dialect.revision().id())) {
                    run.outcomes().add(judge.aside(Verdict.ERROR, "no check recorded an outcome"));
                }
            }
        }
    }
}
