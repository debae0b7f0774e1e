package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.function.Consumer;

/** What clients may add to their requests without any effect. */
@Conformance
class Tolerance {
    /** Reserved for the protocol by the rules of every revision that has rules, and not defined by any. */
    private static final String RESERVED = "io.modelcontextprotocol.touchstone/unknown";

    private static final List<OddValue> ODD_VALUES =
            List.of(new OddValue("null", "null"), new OddValue("a number", "5"), new OddValue("a list", "[]"));

    private record OddValue(String words, String json) {}

    @Verifies("schema.additional-fields.tolerated")
    void params_with_an_unknown_member_change_nothing(
            Session session, Lists lists, CallableTools tools, Expect expect) {
        Consumer<ObjectNode> change = params -> params.put("touchstoneUnknown", 1);

        compare(session, lists, change, "an unknown member in its params", expect);
        compareCall(session, tools, change, "an unknown member in its params", expect);
    }

    @Verifies("schema.meta.request-tolerated")
    void metadata_in_a_request_changes_nothing(
            McpClient client, Session session, Lists lists, CallableTools tools, Expect expect) {
        Consumer<ObjectNode> change = params ->
                params.putObject("_meta").putObject("dev.touchstone/unknown").put("a", 1);
        ObjectNode opening = Handshake.params(client.revision().id());
        change.accept(opening);

        expect.seen(session.opening());
        expect.that("initialize with _meta", client.initialize(opening)).result();
        compare(session, lists, change, "_meta", expect);
        compareCall(session, tools, change, "_meta", expect);
    }

    @Verifies("schema.meta.no-assumptions")
    void any_value_under_a_reserved_key_changes_nothing(Session session, Lists lists, Expect expect) {
        ODD_VALUES.forEach(odd -> {
            JsonNode value = Json.parse(odd.json()).orElseThrow();
            Consumer<ObjectNode> change = params -> params.putObject("_meta").set(RESERVED, value);
            compare(session, lists, change, odd.words() + " under the reserved key " + RESERVED, expect);
        });
    }

    private static void compare(Session session, Lists lists, Consumer<ObjectNode> change, String with, Expect expect) {
        String plain = harmless(session);
        expect.control(session.ask(plain, Json.object()), plain + " without " + with);
        judge(plain, session, change, with, expect);
        for (Lists.Kind kind : Lists.Kind.values()) {
            if (lists.declares(kind) && lists.walk(kind).pages().get(0).succeeded()) {
                expect.seen(lists.walk(kind).pages().get(0));
                judge(kind.method(), session, change, with, expect);
            }
        }
    }

    /** What every server answers, whatever it offers. */
    private static String harmless(Session session) {
        return session.revision().era() == Era.STATEFUL ? "ping" : "server/discover";
    }

    private static void judge(String method, Session session, Consumer<ObjectNode> change, String with, Expect expect) {
        ObjectNode params = Json.object();
        change.accept(params);
        expect.that(method + " with " + with, session.ask(method, params)).result();
    }

    private static void compareCall(
            Session session, CallableTools tools, Consumer<ObjectNode> change, String with, Expect expect) {
        tools.all().stream().findFirst().ifPresent(tool -> {
            Reply plain = session.ask("tools/call", tool.params());
            ObjectNode params = tool.params();
            change.accept(params);
            if (plain.succeeded()) {
                expect.seen(plain);
                boolean failed = plain.result().path("isError").asBoolean();
                Reply changed = session.ask("tools/call", params);
                String label = "tools/call of " + Shown.of(tool.listed().path("name")) + " with " + with;
                expect.that(label, changed)
                        .holds(
                                changed.succeeded()
                                        && changed.result().path("isError").asBoolean() == failed,
                                "the same outcome as without it");
            }
        });
    }
}
