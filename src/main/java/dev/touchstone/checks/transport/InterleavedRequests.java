package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.junit.CallableTools;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests of several conversations at the same time, which a server without sessions cannot tell from those of one. */
@Conformance
class InterleavedRequests {
    private static final int FEWEST = 3;
    private static final int MOST_TOOLS = 2;

    /** What the result of a method has, and no other result. */
    private static final Map<String, String> MEMBERS = Map.of(
            "server/discover", "supportedVersions",
            "prompts/list", "prompts",
            "resources/list", "resources",
            "tools/list", "tools",
            "tools/call", "content");

    @Verifies("http.stateless.concurrent-requests")
    void requests_are_answered_beside_each_other_and_beside_an_open_stream(
            StatelessClient client, Discovered discovered, CallableTools tools, Expect expect) {
        List<ObjectNode> requests = served(client, discovered, tools, expect);
        try (EventStream listening = client.open(client.request("subscriptions/listen", everyList()))) {
            Exchange stream = listening.peek(client.http().limits().answer());
            String company = (requests.size() - 1) + " other requests"
                    + (stream.isEventStream() && stream.succeeded() ? " and an open stream" : "");
            expect.seen(stream);
            List<EventStream> answers = requests.stream()
                    .map(request -> client.post(request).onNewConnection().open())
                    .toList();
            for (int place = 0; place < requests.size(); place++) {
                judge(requests.get(place), answers.get(place), company, client, expect);
            }
        }
    }

    /** Requests that are served on their own, each with a token of its own for progress. */
    private static List<ObjectNode> served(
            StatelessClient client, Discovered discovered, CallableTools tools, Expect expect) {
        List<ObjectNode> candidates = new ArrayList<>();
        discovered.servedMethods().forEach(method -> candidates.add(client.request(method)));
        tools.all().stream()
                .limit(MOST_TOOLS)
                .forEach(tool -> candidates.add(client.request("tools/call", tool.params())));
        List<ObjectNode> served = candidates.stream()
                .map(InterleavedRequests::withToken)
                .filter(request -> {
                    Reply control = client.ask(request);
                    expect.seen(control);
                    return isOwn(request, control.result());
                })
                .toList();
        if (served.isEmpty()) {
            throw new Inconclusive("no request gets its result on its own, so nothing can be told of several");
        }
        List<ObjectNode> requests = new ArrayList<>();
        for (int place = 0; place < Math.max(FEWEST, served.size()); place++) {
            ObjectNode request = withToken(served.get(place % served.size()).deepCopy());
            request.set("id", client.nextId());
            requests.add(request);
        }
        return requests;
    }

    private static ObjectNode withToken(ObjectNode request) {
        request.withObject("/params/_meta")
                .put("progressToken", UUID.randomUUID().toString());
        return request;
    }

    private static boolean isOwn(ObjectNode request, JsonNode result) {
        return result.has(member(request));
    }

    private static String member(ObjectNode request) {
        return MEMBERS.getOrDefault(request.path("method").asText(), "resultType");
    }

    private static ObjectNode everyList() {
        ObjectNode params = Json.object();
        params.putObject("notifications")
                .put("toolsListChanged", true)
                .put("resourcesListChanged", true)
                .put("promptsListChanged", true);
        return params;
    }

    private static void judge(
            ObjectNode request, EventStream stream, String company, StatelessClient client, Expect expect) {
        JsonNode id = request.path("id");
        String method = request.path("method").asText();
        Duration time = client.http().limits().answer();
        try (stream) {
            if (stream.peek(time).isEventStream()) {
                stream.await(Until.responseTo(id), time);
            }
            Exchange answer = stream.exchange();
            boolean own = answer.responseTo(id)
                    .filter(response -> isOwn(request, response.path("result")))
                    .isPresent();
            expect.that(method + " beside " + company, answer)
                    .holds(own, "its own result, which has " + member(request) + ", with its own id");
        }
    }
}
