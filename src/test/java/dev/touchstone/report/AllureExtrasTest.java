package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Allure report can do without: its plugin and the CI job. */
class AllureExtrasTest {
    private static final String ENTRY = "allure-plugins/behaviors-plugin/allure-plugin.yml";
    private static final String PLUGIN = "id: behaviors\nname: Behaviors\n";

    @TempDir
    Path folder;

    @Test
    void a_plugin_is_loaded_from_a_folder() throws IOException {
        Path file = folder.resolve("classes").resolve(ENTRY);
        Files.createDirectories(file.getParent());
        Files.writeString(file, PLUGIN);

        assertThat(loaded(file.toUri().toURL())).isEqualTo("behaviors");
    }

    @Test
    void a_plugin_is_loaded_from_a_jar_whose_name_has_a_space() throws IOException {
        Path jar = folder.resolve("a touchstone.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ENTRY));
            zip.write(PLUGIN.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(loaded(URI.create("jar:" + jar.toUri() + "!/" + ENTRY).toURL()))
                .isEqualTo("behaviors");
    }

    @Test
    void no_plugin_is_no_fault() throws IOException {
        try (AllurePlugins plugins = AllurePlugins.unpack(null, folder.resolve("unpacked"))) {
            assertThat(plugins.all()).isEmpty();
        }
    }

    @Test
    void a_github_job_is_named_with_its_address() {
        JsonNode job = Executor.of(Map.of(
                "GITHUB_RUN_ID",
                "99",
                "GITHUB_RUN_NUMBER",
                "7",
                "GITHUB_SERVER_URL",
                "https://github.com",
                "GITHUB_REPOSITORY",
                "acme/server",
                "GITHUB_WORKFLOW",
                "conformance"));

        assertThat(job.get("url").asText()).isEqualTo("https://github.com/acme/server/actions/runs/99");
        assertThat(job.get("buildOrder").asInt()).isEqualTo(7);
    }

    @Test
    void an_odd_build_address_is_left_out() {
        JsonNode job = Executor.of(Map.of("BUILD_URL", "javascript:alert(1)", "BUILD_NUMBER", "x"));

        assertThat(job.has("url") || job.has("buildUrl") || job.has("buildOrder"))
                .isFalse();
    }

    @Test
    void without_ci_there_is_no_job() {
        assertThat(Executor.of(Map.of("HOME", "/root"))).isEmpty();
    }

    private String loaded(URL configuration) throws IOException {
        try (AllurePlugins plugins = AllurePlugins.unpack(configuration, folder.resolve("unpacked"))) {
            return plugins.all().get(0).getConfig().getId();
        }
    }
}
