package dev.touchstone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Pattern EMBEDDED = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");

    @TempDir
    Path reports;

    @Test
    void a_run_has_all_files_of_the_contract() throws IOException {
        Path folder = write(SampleRun.mixed());

        assertThat(Stream.of(
                        "index.html",
                        "allure/index.html",
                        "results.json",
                        "junit.xml",
                        "report.sarif",
                        "summary.md",
                        "badge.svg",
                        "transcript.jsonl",
                        "repro"))
                .allSatisfy(name -> assertThat(folder.resolve(name)).exists());
        assertThat(folder.getFileName().toString())
                .matches("20260131-\\d{6}-localhost-3001|20260201-\\d{6}-localhost-3001");
    }

    @Test
    void latest_is_the_newest_run() throws IOException {
        Path first = write(SampleRun.conformant());
        Path second = write(SampleRun.conformant());

        assertThat(first).isNotEqualTo(second).exists();
        assertThat(reports.resolve("latest").toRealPath()).isEqualTo(second.toRealPath());
        assertThat(reports)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith(".latest"));
    }

    @Test
    void a_latest_that_was_copied_is_replaced() throws IOException {
        Files.createDirectories(reports.resolve("latest/old"));
        Path run = write(SampleRun.conformant());

        assertThat(reports.resolve("latest").toRealPath()).isEqualTo(run.toRealPath());
    }

    @Test
    void a_report_that_cannot_be_written_does_not_keep_the_others_from_being_written() throws IOException {
        Files.writeString(reports.resolve("allure-history"), "a file where a folder should be");

        assertThatThrownBy(() -> write(SampleRun.conformant()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be written: allure/index.html (");
        assertThat(ResultsReader.verdicts(reports.resolve("latest/results.json")))
                .isNotEmpty();
        assertThat(reports.resolve("latest/badge.svg")).exists();
    }

    @Test
    void no_file_has_the_canary_not_even_encoded() throws IOException {
        Path folder = write(SampleRun.faulty());
        String canary = SampleRun.CANARY;
        List<Path> files;
        try (Stream<Path> paths = Files.walk(reports)) {
            files = paths.filter(Files::isRegularFile).toList();
        }

        assertThat(files)
                .hasSizeGreaterThan(100)
                .contains(folder.resolve("transcript.jsonl"))
                .allSatisfy(file -> {
                    String content = contentOf(file.toFile(), StandardCharsets.ISO_8859_1);
                    assertThat(content).doesNotContain(canary);
                    assertThat(decoded(content).stream().noneMatch(text -> text.contains(canary)))
                            .as("%s", file)
                            .isTrue();
                });
    }

    @Test
    void the_canary_would_be_found() {
        String encoded = Base64.getEncoder()
                .encodeToString(("something before it " + SampleRun.CANARY).getBytes(StandardCharsets.UTF_8));

        assertThat(decoded("d('x','" + encoded + "')")).anyMatch(text -> text.contains(SampleRun.CANARY));
    }

    private Path write(RunResult run) throws IOException {
        return Reports.write(run, SampleRun.decision(run), Baseline.EMPTY, reports);
    }

    private static List<String> decoded(String content) {
        List<String> texts = new ArrayList<>();
        for (MatchResult match : EMBEDDED.matcher(content).results().toList()) {
            String chunk = match.group().replace("=", "");
            int length = chunk.length() % 4 == 1 ? chunk.length() - 1 : chunk.length();
            byte[] bytes = Base64.getDecoder().decode(chunk.substring(0, length));
            texts.add(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return texts;
    }
}
