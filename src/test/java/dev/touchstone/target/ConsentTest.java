package dev.touchstone.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.target.Consent.Rule;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTest {
    private static final JsonNode READING = tool("read", "{\"readOnlyHint\":true}");
    private static final JsonNode SILENT = tool("write", "{}");
    private static final JsonNode KNOWN = tool("test_simple_text", "{}");
    private static final JsonNode CONTRADICTORY = tool("odd", "{\"readOnlyHint\":true,\"destructiveHint\":true}");

    @Test
    void by_default_only_what_is_known_to_be_harmless_may_be_called() {
        assertThat(Consent.STANDARD.to(READING)).contains(Grant.READ_ONLY);
        assertThat(Consent.STANDARD.to(KNOWN)).contains(Grant.KNOWN_FIXTURE);
        assertThat(Consent.STANDARD.to(SILENT)).isEmpty();
        assertThat(Consent.STANDARD.to(CONTRADICTORY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"readOnlyHint\":\"true\"}", "{\"readOnlyHint\":1}", "{\"readOnlyHint\":false}", "[]", "null"})
    void a_hint_that_is_not_the_boolean_true_is_no_consent(String annotations) {
        assertThat(Consent.STANDARD.to(tool("t", annotations))).isEmpty();
    }

    @Test
    void the_user_widens_by_name_by_pattern_by_file_or_altogether() {
        assertThat(consent(Rule.READ_ONLY, "write").to(SILENT)).contains(Grant.ALLOWED);
        assertThat(consent(Rule.READ_ONLY, "w*e").to(SILENT)).contains(Grant.ALLOWED);
        assertThat(consent(Rule.READ_ONLY, "*rit").to(SILENT)).isEmpty();
        assertThat(consent(Rule.READ_ONLY, "w.*").to(SILENT)).isEmpty();
        assertThat(consent(Rule.ALL).to(CONTRADICTORY)).contains(Grant.EVERY_TOOL);
        assertThat(new Consent(Rule.READ_ONLY, List.of(), supplied()).to(SILENT))
                .contains(Grant.FIXTURES_FILE);
    }

    @Test
    void none_means_none() {
        Consent none = new Consent(Rule.NONE, List.of("*"), supplied());

        assertThat(List.of(READING, SILENT, KNOWN, CONTRADICTORY))
                .allMatch(tool -> none.to(tool).isEmpty());
    }

    @Test
    void what_has_no_name_cannot_be_called() {
        assertThat(consent(Rule.ALL).to(Json.parse("{\"name\":5}").orElseThrow()))
                .isEmpty();
    }

    private static Consent consent(Rule rule, String... names) {
        return new Consent(rule, List.of(names), Fixtures.NONE);
    }

    private static Fixtures supplied() {
        return new Fixtures(Map.of("write", Json.object()));
    }

    private static JsonNode tool(String name, String annotations) {
        return Json.parse("{\"name\":\"" + name + "\",\"annotations\":" + annotations + "}")
                .orElseThrow();
    }
}
