package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes {@code repro/<requirement>.sh} for whatever a reader may want to see for himself. */
public final class ReproScripts {
    private static final String FOLDER = "repro";
    private static final Set<Verdict> REPEATED =
            EnumSet.of(Verdict.FAIL, Verdict.WARN, Verdict.INTEROP, Verdict.INCONCLUSIVE);

    private ReproScripts() {}

    /** Where the script of an outcome is, relative to the run's folder; empty when there is nothing to repeat. */
    public static Optional<String> pathOf(RunResult result, Outcome outcome) {
        boolean written = REPEATED.contains(outcome.verdict())
                && outcome.exchanges().stream()
                        .anyMatch(number -> result.transcript().find(number).isPresent());
        return written ? Optional.of(FOLDER + "/" + fileName(outcome)) : Optional.empty();
    }

    /** Writes a script for each requirement that has one, with a part for each different thing that was seen. */
    public static void write(RunResult result, Path folder) throws IOException {
        Map<String, List<Outcome>> scripts = new LinkedHashMap<>();
        for (Outcome outcome : result.outcomes()) {
            pathOf(result, outcome).ifPresent(path -> {
                List<Outcome> parts = scripts.computeIfAbsent(path, key -> new ArrayList<>());
                if (parts.stream().noneMatch(part -> looksLike(outcome, part))) {
                    parts.add(outcome);
                }
            });
        }
        Files.createDirectories(folder.resolve(FOLDER));
        for (Map.Entry<String, List<Outcome>> script : scripts.entrySet()) {
            Optional<String> text = CurlScript.of(result, script.getValue());
            if (text.isPresent()) {
                executable(Files.writeString(folder.resolve(script.getKey()), text.get()));
            }
        }
    }

    private static boolean looksLike(Outcome one, Outcome other) {
        return one.verdict() == other.verdict()
                && one.seen().equals(other.seen())
                && one.reason().equals(other.reason());
    }

    private static String fileName(Outcome outcome) {
        return outcome.requirement().id().replaceAll("[^A-Za-z0-9._-]", "_") + ".sh";
    }

    private static void executable(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
