package dev.touchstone.report;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerationException;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.ga.GaPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes Allure's report as a single file, in this process. Allure posts to an analytics service while it generates, and
 * its page loads another one's script: the extension is left out and the scripts are cut.
 */
final class AllureGenerator {
    private static final Pattern ANALYTICS = Pattern.compile(
            "<script[^>]*googletagmanager[^>]*>\\s*</script>|<script>\\s*window\\.dataLayer.{0,1000}?</script>",
            Pattern.DOTALL);

    private final String title;
    private final AllureHistory history = new AllureHistory();

    /** The title goes into the page as it is. */
    AllureGenerator(String title) {
        this.title = Xml.escaped(title);
    }

    /** The page made of a folder of results. */
    String html(Path results) throws IOException {
        Path scratch = Files.createTempDirectory("touchstone-allure");
        try (AllurePlugins plugins = AllurePlugins.unpack(scratch.resolve("plugins"))) {
            Path report = scratch.resolve("report");
            new ReportGenerator(configuration(plugins.all())).generateSingleFile(report, List.of(results));
            return withoutAnalytics(Files.readString(report.resolve("index.html")));
        } catch (ReportGenerationException | UncheckedIOException e) {
            throw new IOException("Allure could not make its report: " + e.getMessage(), e);
        } finally {
            Folders.delete(scratch);
        }
    }

    /** What the next run needs to draw the trend; known once the page is made. */
    AllureHistory history() {
        return history;
    }

    private Configuration configuration(List<Plugin> plugins) {
        List<Extension> extensions = new ArrayList<>();
        for (Extension extension : ConfigurationBuilder.bundled().build().getExtensions()) {
            if (!(extension instanceof GaPlugin) && !(extension instanceof Allure2Plugin)) {
                extensions.add(extension);
            }
        }
        extensions.add(new AllureReader());
        extensions.add(history);
        return ConfigurationBuilder.empty()
                .withExtensions(extensions)
                .withPlugins(plugins)
                .withReportName(title)
                .build();
    }

    static String withoutAnalytics(String html) {
        return ANALYTICS.matcher(html).replaceAll("");
    }
}
