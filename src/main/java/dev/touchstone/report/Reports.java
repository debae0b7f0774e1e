package dev.touchstone.report;

import dev.touchstone.report.page.SummaryPage;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes all files of a run. */
public final class Reports {
    private static final String HISTORY = "allure-history";

    private final RunResult result;
    private final Gate.Decision decision;
    private final Baseline baseline;
    private final List<String> unwritten = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    private Reports(RunResult result, Gate.Decision decision, Baseline baseline) {
        this.result = result;
        this.decision = decision;
        this.baseline = baseline;
    }

    /**
     * Makes sure, before anything is judged, that reports can be written.
     *
     * @throws IOException if they cannot; the message is a sentence
     */
    public static void prepare(Path reports) throws IOException {
        RunFolder.prepare(reports);
    }

    /** Writes one file. */
    private interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes a run into a folder of its own and makes it the latest. The results come first, so that they are on disk
     * whatever happens to the rest; a report that cannot be written does not keep the others from being written.
     *
     * @return the folder of the run
     * @throws IOException if anything could not be written, after all else was; the message names it
     */
    public static Path write(RunResult result, Gate.Decision decision, Baseline baseline, Path reports)
            throws IOException {
        Path folder = RunFolder.create(result, reports);
        Reports written = new Reports(result, decision, baseline);
        written.files(
                folder,
                reports.resolve(HISTORY)
                        .resolve(RunFolder.address(result.target().url())));
        written.put("latest", () -> RunFolder.makeLatest(folder));
        written.complain(folder);
        return folder;
    }

    private void files(Path folder, Path history) {
        put(ResultsFile.NAME, () -> ResultsFile.write(result, decision, folder));
        put(TranscriptFile.NAME, () -> TranscriptFile.write(result, folder));
        put("index.html", () -> SummaryPage.write(result, decision, baseline, folder));
        put("repro", () -> ReproScripts.write(result, folder));
        put(JUnitXml.NAME, () -> JUnitXml.write(result, baseline, folder));
        put(SarifFile.NAME, () -> SarifFile.write(result, baseline, folder));
        put(SummaryMarkdown.NAME, () -> SummaryMarkdown.write(result, decision, baseline, folder));
        put(Badge.NAME, () -> Badge.write(result, folder));
        put(AllureReport.NAME, () -> AllureReport.write(result, folder, history));
    }

    /** Writes a file, and remembers if it could not be written. */
    private void put(String name, Writing writing) {
        try {
            writing.write();
        } catch (IOException | RuntimeException e) {
            unwritten.add(name + " (" + e + ")");
            causes.add(e);
        }
    }

    private void complain(Path folder) throws IOException {
        if (!unwritten.isEmpty()) {
            IOException all =
                    new IOException("in " + folder + " could not be written: " + String.join(", ", unwritten));
            causes.forEach(all::addSuppressed);
            throw all;
        }
    }
}
