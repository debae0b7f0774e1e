package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Judge;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidMessageTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, tools/call, /params/name, a string",
        "2025-06-18, completion/complete, /params/ref, an object",
        "2025-11-25, logging/setLevel, /params/level, one of",
        "2026-07-28, resources/read, /params/uri, a string",
        "2026-07-28, subscriptions/listen, /params/_meta, an object"
    })
    void a_request_of_ours_without_what_it_needs_is_not_sent(
            String revision, String method, String pointer, String expected) {
        ObjectNode request = JsonRpc.request(IntNode.valueOf(1), method, Json.object());

        assertThatThrownBy(() -> InvalidMessage.forbid(revision(revision), request))
                .isInstanceOf(InvalidMessage.class)
                .hasMessageContaining("our own " + method + " breaks the schema of " + revision)
                .hasMessageContaining(pointer + " is absent instead of " + expected);
    }

    @Test
    void a_right_one_and_one_of_a_method_that_nobody_knows_are_sent() {
        ObjectNode params = Json.object().put("name", "echo");
        params.putObject("_meta")
                .put(StatelessClient.VERSION_KEY, "2026-07-28")
                .putObject(StatelessClient.CAPABILITIES_KEY);
        ObjectNode known = JsonRpc.request(IntNode.valueOf(1), "tools/call", params);
        ObjectNode unknown = JsonRpc.request(IntNode.valueOf(1), "touchstone/unknown");

        for (Revision revision : CATALOGUE.revisions()) {
            assertThatCode(() -> InvalidMessage.forbid(revision, known)).doesNotThrowAnyException();
            assertThatCode(() -> InvalidMessage.forbid(revision, unknown)).doesNotThrowAnyException();
        }
    }

    @Test
    void what_is_neither_request_nor_notification_nor_response_is_not_sent() {
        ObjectNode neither = Json.object().put("jsonrpc", "2.0").put("id", 1);

        assertThatThrownBy(() -> InvalidMessage.forbid(revision("2025-06-18"), neither))
                .isInstanceOf(InvalidMessage.class);
    }

    @Test
    void a_check_that_tries_to_send_one_ends_as_a_fault_of_the_suite() {
        Revision revision = revision("2025-06-18");
        Judge judge = new Judge(CATALOGUE.get("lifecycle.base-protocol.supported"), revision);
        Expect expect = new Expect();
        expect.holds(false, "a result", "nothing");
        InvalidMessage thrown = null;
        try {
            InvalidMessage.forbid(revision, JsonRpc.request(IntNode.valueOf(1), "resources/read"));
        } catch (InvalidMessage e) {
            thrown = e;
        }

        Outcome outcome = judge.outcome(expect, thrown, Duration.ZERO);

        assertThat(outcome.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(outcome.reason()).contains("our own resources/read").contains("/params");
    }

    private static Revision revision(String id) {
        return CATALOGUE.revision(id).orElseThrow();
    }
}
