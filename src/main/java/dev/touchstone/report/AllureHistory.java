package dev.touchstone.report;

import io.qameta.allure.Aggregator2;
import io.qameta.allure.ReportStorage;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.InMemoryReportStorage;
import io.qameta.allure.core.LaunchResults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes the history out of a report while it is made. Allure writes it to disk only with a report of many files, which
 * cannot be opened from disk. Must be the last extension, after those that compute it.
 */
final class AllureHistory implements Aggregator2 {
    /** Where Allure looks for it in the results. */
    static final String FOLDER = "history";

    private final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public void aggregate(Configuration configuration, List<LaunchResults> launches, ReportStorage storage) {
        if (storage instanceof InMemoryReportStorage memory) {
            memory.getReportDataFiles().forEach((name, content) -> {
                if (name.startsWith(FOLDER + "/")) {
                    files.put(
                            name.substring(FOLDER.length() + 1),
                            Base64.getDecoder().decode(content));
                }
            });
        }
    }

    /** Writes it where the next run finds it. */
    void save(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
