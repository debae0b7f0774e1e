package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.verdict.RunResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs the engine from tests, without reports. */
public final class Judging {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private Judging() {}

    /** Judges a server with options as on the command line. */
    public static RunResult judge(URI target, List<String> options) {
        List<String> words = new ArrayList<>(List.of(target.toString()));
        words.addAll(options);
        Options understood = Options.ofArguments(words, Map.of());
        try (TrustedIssuer issuer = TrustedIssuer.start(understood)) {
            return elsewhere(new ConformanceRun(Settings.of(understood, CATALOGUE), CATALOGUE));
        }
    }

    /** On a thread of its own: one of the test pool would begin other tests while it waits for the engine. */
    private static RunResult elsewhere(ConformanceRun run) {
        FutureTask<RunResult> task = new FutureTask<>(() -> run.judge(due -> outcome -> {}));
        new Thread(task, "judging").start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the server could not be judged", e);
        }
    }
}
