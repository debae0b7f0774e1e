package dev.touchstone.checks.progress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import java.util.Optional;

/** A request may ask for news of its progress, whatever it is about. */
@Conformance
class ProgressTokens {
    private static final int FIRST = 730421;

    @Verifies("progress.token.any-request")
    void a_request_with_a_progress_token_is_served_as_without(Session session, Lists lists, Expect expect) {
        ObjectNode bare = Json.object();
        bare.putObject("_meta");
        judge(session, session.harmless(), bare, IntNode.valueOf(FIRST), expect);
        for (Lists.Kind kind : Lists.Kind.values()) {
            if (lists.declares(kind) && kind != Lists.Kind.TEMPLATES) {
                judge(session, kind.method(), Json.object(), token(kind), expect);
            }
        }
        firstResource(lists)
                .ifPresent(uri ->
                        judge(session, "resources/read", params(uri), TextNode.valueOf("touchstone-progress"), expect));
        if (expect.observations().isEmpty() && expect.findings().isEmpty()) {
            throw new Inconclusive(
                    "no request was served without a progress token, so nothing can be told of one with");
        }
    }

    /** One for each request, since what is reported is told apart by it. */
    private static JsonNode token(Lists.Kind kind) {
        int number = FIRST + 1 + kind.ordinal();
        return kind == Lists.Kind.TOOLS ? IntNode.valueOf(number) : TextNode.valueOf("touchstone-" + number);
    }

    private static ObjectNode params(JsonNode uri) {
        return Json.object().set("uri", uri);
    }

    private static Optional<JsonNode> firstResource(Lists lists) {
        return lists.items(Lists.Kind.RESOURCES).stream()
                .map(resource -> resource.path("uri"))
                .filter(JsonNode::isTextual)
                .findFirst();
    }

    /** What is not served without a token has another fault. */
    private static void judge(Session session, String method, ObjectNode params, JsonNode token, Expect expect) {
        Reply control = session.ask(method, params);
        expect.seen(control);
        if (control.succeeded()) {
            ObjectNode asking = params.deepCopy();
            asking.withObject("/_meta").set("progressToken", token);
            expect.that(method + " with the progress token " + token, session.ask(method, asking))
                    .result();
        }
    }
}
