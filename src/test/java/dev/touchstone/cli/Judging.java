package dev.touchstone.cli;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.verdict.RunResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the engine from tests, without reports. */
public final class Judging {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private Judging() {}

    /** Judges a server with options as on the command line. */
    public static RunResult judge(URI target, List<String> options) {
        List<String> words = new ArrayList<>(List.of(target.toString()));
        words.addAll(options);
        Settings settings = Settings.of(Options.ofArguments(words, Map.of()), CATALOGUE);
        return new ConformanceRun(settings, CATALOGUE).judge(due -> outcome -> {});
    }
}
