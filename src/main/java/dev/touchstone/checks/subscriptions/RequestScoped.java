package dev.touchstone.checks.subscriptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.CallableTool;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether what belongs to a request stays with it. */
@Conformance
class RequestScoped {
    private static final Set<String> SCOPED = Set.of("notifications/progress", "notifications/message");

    @Verifies("subscriptions.no-request-scoped")
    void progress_and_log_messages_of_a_call_stay_off_the_stream(
            StatelessClient client, CallableTools tools, Listened listened, Expect expect) {
        listened.acknowledged(expect);
        try (Subscription subscription = Subscription.to(listened.all(), client)) {
            for (CallableTool tool : tools.demand()) {
                Reply reply = client.ask("tools/call", wordy(tool));
                if (!scoped(reply.evidence().get(0)).isEmpty()) {
                    expect.seen(reply);
                    judge(subscription, client, tool, expect);
                    return;
                }
            }
        }
        throw new NotApplicable("no tool that may be called reports progress or logs: " + tools.remedy());
    }

    /** What was on its way when the call was answered has come when a later subscription is acknowledged. */
    private static void judge(Subscription subscription, StatelessClient client, CallableTool tool, Expect expect) {
        try (Subscription barrier = Subscription.to((ObjectNode) subscription.filter(), client)) {
            expect.control(
                    barrier.acknowledged(), barrier.exchange(), "a subscription after the call of " + tool.shown());
        }
        List<JsonNode> strays = scoped(subscription.exchange());
        expect.seen(subscription.exchange());
        expect.holds(
                strays.isEmpty(),
                "what " + tool.shown() + " tells comes on the stream of its call alone",
                strays.isEmpty() ? "it did" : strays.size() + " such messages on the stream of a subscription");
    }

    private static List<JsonNode> scoped(Exchange exchange) {
        return exchange.messages().stream()
                .filter(message -> SCOPED.contains(message.path("method").asText()))
                .toList();
    }

    private static ObjectNode wordy(CallableTool tool) {
        ObjectNode params = tool.params();
        ObjectNode meta = params.putObject("_meta");
        meta.put("progressToken", UUID.randomUUID().toString());
        meta.put("io.modelcontextprotocol/logLevel", "debug");
        return params;
    }
}
