package dev.touchstone.checks.backcompat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Ids;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;

/** Whether a server of both eras keeps them apart. */
@Conformance
class BothEras {
    private static final int MOST_TOOLS = 3;

    @Verifies("backcompat.dual-era.modern-stateless")
    void complete_requests_are_served_without_a_session(
            StatelessClient client, Target target, Discovered discovered, Siblings siblings, Expect expect) {
        Revision earlier = Eras.earlier(siblings);
        String method = discovered.servedMethod();
        judge(method + " before a session", client.ask(method), expect);
        try (StreamableSession session = session(client, target, earlier)) {
            expect.seen(session.opening());
            judge(method + " beside a session under " + earlier, client.ask(method), expect);
        }
        judge(method + " after it", client.ask(method), expect);
    }

    private static void judge(String label, Reply reply, Expect expect) {
        boolean minted =
                reply.evidence().get(0).header(StreamableClient.SESSION_ID).isPresent();
        expect.that(label, reply).result();
        expect.holds(
                !minted,
                label + ": an answer without " + StreamableClient.SESSION_ID,
                label + ": an answer " + (minted ? "with it" : "without it"));
    }

    @Verifies("backcompat.dual-era.separation")
    void what_is_set_in_a_session_stays_in_it(
            StatelessClient client,
            Target target,
            Discovered discovered,
            CallableTools tools,
            Siblings siblings,
            Expect expect) {
        Revision earlier = Eras.earlier(siblings);
        String method = discovered.servedMethod();
        Reply before = client.ask(method);
        expect.control(before, method + " before a session");
        if (!typed(before)) {
            throw Inconclusive.blockedBy("jsonrpc.result-type.present", Shown.of(before.result()));
        }
        List<CallableTool> quiet = tools.all().stream()
                .limit(MOST_TOOLS)
                .filter(tool -> !logs(client.ask("tools/call", tool.params())))
                .toList();
        try (StreamableSession session = session(client, target, earlier)) {
            if (session.capabilities().has("logging")) {
                session.ask("logging/setLevel", Json.object().put("level", "debug"));
            }
            Reply beside = client.ask(method);
            expect.that(method + " beside a session under " + earlier, beside)
                    .holds(typed(beside), "a result with resultType, as before");
            for (CallableTool tool : quiet) {
                Reply call = client.ask("tools/call", tool.params());
                expect.seen(call)
                        .holds(
                                !logs(call),
                                "no log messages in a call of " + tool.shown() + " that asks for none",
                                logs(call) ? "log messages, once a session had asked for them" : "none");
            }
            expect.that("ping in the session after requests of the other era", session.ask("ping"))
                    .result();
        }
    }

    private static boolean typed(Reply reply) {
        return reply.result().path("resultType").isTextual();
    }

    private static boolean logs(Reply reply) {
        return reply.evidence().get(0).messages().stream()
                .map(message -> message.path("method"))
                .map(JsonNode::asText)
                .anyMatch("notifications/message"::equals);
    }

    private static StreamableSession session(StatelessClient client, Target target, Revision earlier) {
        return new StreamableClient(client.http().under(earlier), target, earlier, Ids::integers).connect();
    }
}
