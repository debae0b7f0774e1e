package dev.touchstone.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.build.Pipeline.Build;
import dev.touchstone.build.Pipeline.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JenkinsfileTest {
    private static final String URL = "https://mcp.example.com/mcp";
    private static final String JUDGE = "-Dtarget=";

    @Test
    void a_target_without_remarks_is_a_success() {
        Build build =
                judging(URL).counting(Map.of("PASS", 40, "NOT_APPLICABLE", 3)).execute();

        assertThat(build.status()).isEqualTo("SUCCESS");
        assertThat(build.all("sh"))
                .extracting(Step::argument)
                .containsExactly(
                        "mvn -B clean verify",
                        "rm -rf reports/latest",
                        "mvn -B verify -Dtarget=\"$TOUCHSTONE_TARGET\"");
        assertPublished(build);
    }

    @Test
    void an_empty_target_runs_the_own_tests_only() {
        Build build = judging("").execute();

        assertThat(build.status()).isEqualTo("SUCCESS");
        assertThat(build.all("sh")).extracting(Step::argument).containsExactly("mvn -B clean verify");
        assertThat(build.all("publishHTML")).isEmpty();
    }

    @Test
    void a_first_build_without_parameters_runs_the_own_tests_only() {
        Build build = new Pipeline().execute();

        assertThat(build.status()).isEqualTo("SUCCESS");
        assertThat(build.all("sh")).hasSize(1);
    }

    @Test
    void a_failing_own_test_is_published_and_nothing_is_judged() {
        Build build = judging(URL).failingAt("clean verify").execute();

        assertThat(build.status()).isEqualTo("FAILURE");
        assertThat(build.all("junit")).hasSize(1);
        assertThat(build.all("archiveArtifacts")).isEmpty();
        assertThat(build.all("sh")).hasSize(1);
    }

    @Test
    void a_target_with_violations_is_a_failure_that_is_published() {
        Build build = judging(URL).failingAt(JUDGE).execute();

        assertThat(build.status()).isEqualTo("FAILURE");
        assertPublished(build);
    }

    @Test
    void results_of_an_earlier_build_are_removed_before_the_run() {
        List<String> commands =
                judging(URL).execute().all("sh").stream().map(Step::argument).toList();

        assertThat(commands).containsSubsequence("rm -rf reports/latest", commands.get(2));
        assertThat(commands.get(2)).contains(JUDGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARN", "INTEROP", "INCONCLUSIVE"})
    void a_remark_makes_the_build_unstable(String verdict) {
        Build build = judging(URL).counting(Map.of("PASS", 40, verdict, 2)).execute();

        assertThat(build.status()).isEqualTo("UNSTABLE");
        assertThat(build.all("unstable"))
                .singleElement()
                .satisfies(step -> assertThat(step.argument()).contains("2 "));
        assertPublished(build);
    }

    @Test
    void remarks_of_all_revisions_count() {
        Map<String, Object> clean = Map.of("counts", Map.of("PASS", 1));
        Map<String, Object> warned = Map.of("counts", Map.of("WARN", 1));

        Build build = judging(URL)
                .results(Map.of("complete", true, "revisions", List.of(warned, clean, warned)))
                .execute();

        assertThat(build.all("unstable"))
                .singleElement()
                .satisfies(step -> assertThat(step.argument())
                        .isEqualTo("2 recommendations not followed, 0 answers that break known clients,"
                                + " 0 requirements undecided"));
    }

    @Test
    void a_run_that_was_cut_short_is_a_failure() {
        Build build = judging(URL).results(Map.of("revisions", List.of())).execute();

        assertThat(build.status()).isEqualTo("FAILURE");
        assertThat(build.error()).contains("not complete");
    }

    @Test
    void a_run_without_results_is_a_failure() {
        assertThat(judging(URL).results(null).execute().status()).isEqualTo("FAILURE");
    }

    @Test
    void the_token_is_bound_for_the_run_only_and_on_no_command_line() {
        Build build = judging(URL)
                .with("CREDENTIALS_ID", "mcp-token")
                .secret("mcp-token", "canary-7f3a")
                .execute();

        assertThat(build.shell(JUDGE).env()).containsEntry("TOUCHSTONE_BEARER", "canary-7f3a");
        assertThat(build.steps()).extracting(Step::argument).noneMatch(argument -> argument.contains("canary-7f3a"));
        assertThat(build.steps())
                .filteredOn(step -> step.env().containsKey("TOUCHSTONE_BEARER"))
                .containsExactly(build.shell(JUDGE));
    }

    @Test
    void without_credentials_no_token_is_bound() {
        assertThat(judging(URL).execute().shell(JUDGE).env()).doesNotContainKey("TOUCHSTONE_BEARER");
    }

    @Test
    void revision_and_profile_go_through_the_environment() {
        Build build = judging(URL)
                .with("REVISION", "2025-11-25")
                .with("PROFILE", "strict; id")
                .execute();

        assertThat(build.shell(JUDGE).env())
                .containsEntry("TOUCHSTONE_REVISION", "2025-11-25")
                .containsEntry("TOUCHSTONE_PROFILE", "strict; id");
        assertThat(build.shell(JUDGE).argument()).doesNotContain("strict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/mcp?x=$(touch pwned)",
                "https://a.example/mcp; touch pwned",
                "https://a.example/\"; touch pwned; \"",
                "https://a.example/`touch pwned` 'x' \\ & | > pwned",
                "https://a.example/ -Dbaseline=/etc/passwd",
            })
    void a_target_is_one_word_for_the_shell_whatever_it_contains(String target, @TempDir Path folder)
            throws IOException, InterruptedException {
        Step step = judging(target).execute().shell(JUDGE);

        assertThat(wordsOfMaven(step, folder)).containsExactly("-B", "verify", "-Dtarget=" + target);
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void a_target_that_maven_would_expand_is_refused() {
        Build build = judging("https://a.example/${env.TOUCHSTONE_BEARER}").execute();

        assertThat(build.status()).isEqualTo("FAILURE");
        assertThat(build.error()).contains("${");
        assertThat(build.all("sh")).noneMatch(step -> step.argument().contains(JUDGE));
    }

    private static Pipeline judging(String target) {
        return new Pipeline().with("TARGET", target);
    }

    private static void assertPublished(Build build) {
        assertThat(build.all("junit"))
                .extracting(Step::argument)
                .satisfiesExactly(
                        own -> assertThat(own).contains("target/surefire-reports/"),
                        run -> assertThat(run).contains("reports/latest/junit.xml"));
        assertThat(build.all("publishHTML"))
                .singleElement()
                .satisfies(step -> assertThat(step.argument()).contains("reports/latest", "index.html"));
        assertThat(build.all("allure"))
                .singleElement()
                .satisfies(step -> assertThat(step.argument()).contains("reports/latest/allure-results"));
    }

    /** Lets a real shell execute the step, with a stand-in for Maven that says what it was given. */
    private static List<String> wordsOfMaven(Step step, Path folder) throws IOException, InterruptedException {
        Path mvn = Files.writeString(folder.resolve("mvn"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-xe", "-c", step.argument()).directory(folder.toFile());
        shell.environment().putAll(step.env());
        shell.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        Process process = shell.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return words.lines().toList();
    }
}
