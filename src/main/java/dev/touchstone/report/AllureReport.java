package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the Allure report: {@code allure-results} for whoever wants to merge them with other results, and {@code
 * allure/index.html}, a single file. Results are written from our outcomes and not by Allure's listener, whose view of
 * a status is not our verdict. Nothing is sent anywhere, neither while the report is made nor when it is opened.
 */
public final class AllureReport {
    /** The report in a run's folder. */
    public static final String NAME = "allure/index.html";

    /** The results in a run's folder. */
    public static final String RESULTS = "allure-results";

    private AllureReport() {}

    /** The page of an outcome, relative to a run's folder. */
    public static String linkTo(Outcome outcome) {
        return NAME + "#testresult/" + AllureResult.idOf(outcome.key());
    }

    /**
     * Writes results and report into the folder of a run.
     *
     * @param history a folder that is kept from run to run, from which the trend is drawn and to which it is added
     */
    public static void write(RunResult result, Path folder, Path history) throws IOException {
        write(result, folder, history, System.getenv());
    }

    static void write(RunResult result, Path folder, Path history, Map<String, String> environment) throws IOException {
        Path results = folder.resolve(RESULTS);
        Folders.delete(results);
        Files.createDirectories(results);
        new AllureResults(result, results).write();
        AllureMetadata.write(result, results, environment);
        Folders.copy(history, results.resolve(AllureHistory.FOLDER));
        AllureGenerator generator = new AllureGenerator("MCP conformance of " + Names.address(result.target()));
        AtomicFile.write(folder.resolve(NAME), generator.html(results));
        generator.history().save(history);
    }
}
