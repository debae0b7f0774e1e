package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Consent;
import dev.touchstone.target.Fixtures;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Header;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Catalogue catalogue = Catalogue.load();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "localhost:3000", "ftp://a/", "http://", "http://a b/", "/mcp", "none"})
    void a_target_that_is_no_http_url_is_refused(String target) {
        assertThatThrownBy(() -> settings(target)).isInstanceOf(UsageError.class);
    }

    @Test
    void a_target_without_a_path_gets_the_root() {
        assertThat(settings("http://a:1").target().url().toString()).isEqualTo("http://a:1/");
        assertThat(settings("http://a:1/x%20y/mcp?t=1").target().url().toString())
                .isEqualTo("http://a:1/x%20y/mcp?t=1");
    }

    @Test
    void headers_and_a_token_become_credentials() {
        Settings settings = settings("http://a/", "--header", "X-API-Key: k : 1", "--bearer", "t");

        assertThat(settings.target().credentials().headers())
                .containsExactly(new Header("X-API-Key", "k : 1"), new Header("Authorization", "Bearer t"));
    }

    @Test
    void further_tokens_stand_beside_the_one_that_opens_the_server() {
        Settings settings = settings("http://a/", "--bearer", "t", "--bearer.second", "u");

        assertThat(settings.target().credentials().tokens()).containsExactly(Map.entry(Token.SECOND, "u"));
        assertThatThrownBy(() -> settings("http://a/", "--bearer.expired", "u"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("bearer.expired is given without bearer");
        assertThatThrownBy(() -> settings("http://a/", "--bearer", "t", "--bearer.second", "t"))
                .isInstanceOf(UsageError.class)
                .hasMessageContaining("the same token");
    }

    @Test
    void every_further_token_has_its_option() {
        assertThat(Token.values())
                .allMatch(token -> Option.named(token.option()).isPresent());
    }

    @Test
    void a_malformed_header_is_refused_without_telling_its_value() {
        assertThatThrownBy(() -> settings("http://a/", "--header", "secret value"))
                .isInstanceOf(UsageError.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void all_revisions_are_wanted_unless_some_are_named() {
        assertThat(settings("http://a/").revisions()).extracting(Revision::id).hasSize(5);
        assertThat(settings("http://a/", "--revision", "2025-06-18, 2025-03-26").revisions())
                .extracting(Revision::id)
                .containsExactly("2025-03-26", "2025-06-18");
    }

    @Test
    void an_unknown_revision_profile_requirement_or_verdict_is_refused_by_name() {
        assertThatThrownBy(() -> settings("http://a/", "--revision", "2025-01-01"))
                .hasMessageContaining("2025-01-01");
        assertThatThrownBy(() -> settings("http://a/", "--profile", "gold")).hasMessageContaining("gold");
        assertThatThrownBy(() -> settings("http://a/", "--only", "sesion")).hasMessageContaining("sesion");
        assertThatThrownBy(() -> settings("http://a/", "--fail.on", "errors")).hasMessageContaining("errors");
    }

    @Test
    void a_prefix_selects_whole_words_only() {
        Settings settings = settings("http://a/", "--only", "session.id");

        assertThat(settings.selection().test(catalogue.get("session.id.visible-ascii")))
                .isTrue();
        assertThat(settings.selection().test(catalogue.get("session.invalid-id.404")))
                .isFalse();
    }

    @Test
    void the_verdicts_that_fail_the_build_can_be_widened_and_dropped() {
        assertThat(settings("http://a/").gate().failOn()).containsExactly(Verdict.FAIL);
        assertThat(settings("http://a/", "--fail.on", "fail,warn").gate().failOn())
                .containsExactlyInAnyOrder(Verdict.FAIL, Verdict.WARN);
        assertThat(settings("http://a/", "--fail.on", "none").gate().failOn()).isEmpty();
    }

    @Test
    void consent_is_narrowed_and_widened_by_words() {
        assertThat(settings("http://a/").consent()).isEqualTo(Consent.STANDARD);
        assertThat(settings("http://a/", "--allow.calls", "none").consent().rule())
                .isEqualTo(Consent.Rule.NONE);
        assertThat(settings("http://a/", "--allow.calls", "all").consent().rule())
                .isEqualTo(Consent.Rule.ALL);
        assertThat(settings("http://a/", "--allow.calls", "readonly, get_*").consent())
                .isEqualTo(new Consent(Consent.Rule.READ_ONLY, List.of("get_*"), Fixtures.NONE));
        assertThatThrownBy(() -> settings("http://a/", "--allow.calls", " ")).hasMessageContaining("allow.calls");
        assertThatThrownBy(() -> settings("http://a/", "--allow.calls", "none,echo"))
                .hasMessageContaining("more than that");
    }

    @Test
    void fixtures_name_tools_with_their_arguments(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("f.yaml"), "tools: {echo: {text: hi}, now: }");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "tools: {echo: [hi]}");

        Fixtures fixtures =
                settings("http://a/", "--fixtures", good.toString()).consent().fixtures();
        assertThat(fixtures.argumentsOf("echo").orElseThrow().path("text").asText())
                .isEqualTo("hi");
        assertThat(fixtures.argumentsOf("now").orElseThrow()).isEmpty();
        assertThat(fixtures.argumentsOf("other")).isEmpty();
        assertThatThrownBy(() -> settings("http://a/", "--fixtures", bad.toString()))
                .hasMessageContaining("bad.yaml")
                .hasMessageContaining("'echo'");
        assertThatThrownBy(() -> settings("http://a/", "--fixtures", "nowhere.yaml"))
                .hasMessageContaining("nowhere.yaml");
    }

    @Test
    void files_that_cannot_be_used_are_named(@TempDir Path folder) throws Exception {
        Path empty = Files.writeString(folder.resolve("ca.pem"), "");
        Path reasonless = Files.writeString(folder.resolve("b.yaml"), "violations: [{requirement: a.b}]");

        assertThatThrownBy(() -> settings("http://a/", "--cacert", empty.toString()))
                .hasMessageContaining("ca.pem");
        assertThatThrownBy(() -> settings("http://a/", "--baseline", reasonless.toString()))
                .hasMessageContaining("lacks its requirement or its reason");
        assertThatThrownBy(() -> settings("http://a/", "--baseline", "nowhere.yaml"))
                .hasMessageContaining("nowhere.yaml");
    }

    private Settings settings(String target, String... more) {
        List<String> words = new ArrayList<>(List.of("--target", target));
        words.addAll(List.of(more));
        return Settings.of(Options.ofArguments(words, Map.of()), catalogue);
    }
}
