package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.parse;
import static dev.touchstone.reference.Behaviours.text;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What servers get wrong about batches. */
enum BatchFault implements Fault {

    /** Arrays are refused although the revision that has them is negotiated: an SDK that dropped them. */
    BATCHES_REFUSED(breaking(
                    "batching.receive.supported",
                    () -> batches(reply -> reply.withStatus(400).withBody(new Body.Fixed(new byte[0]))))
            .only("2025-03-26")),

    /** Batches are answered as text/plain. */
    BATCH_AS_PLAIN_TEXT(breaking(
                    "batching.content-type", () -> batches(reply -> reply.with("Content-Type", "text/plain")))
            .only("2025-03-26")),

    /** The responses to a batch come in an envelope. */
    BATCH_IN_ENVELOPE(breaking(
                    "batching.response.json-form",
                    () -> batches(reply -> Reply.text(200, Reply.JSON, "{\"responses\":" + text(reply) + "}")))
            .only("2025-03-26")),

    /** A notification in a batch is answered as well. */
    BATCHED_NOTIFICATION_ANSWERED(breaking(
                    "batching.response.one-per-request",
                    () -> amending(
                            request -> holds(request, member -> !member.has("id") && member.has("method")),
                            reply -> changed(
                                    reply,
                                    responses -> responses
                                            .addObject()
                                            .put("jsonrpc", "2.0")
                                            .putNull("id")
                                            .putObject("result"))))
            .only("2025-03-26")),

    /** The stream that answers a batch is never closed. */
    BATCH_STREAM_STAYS_OPEN(breaking(
                    "batching.close-after-all",
                    () -> batches(reply -> Reply.stream(List.of(SseEvent.data(text(reply))), new Channel(over -> {}))))
            .only("2025-03-26")),

    /** A batch of notifications is answered with an empty array. */
    EMPTY_ARRAY_FOR_NOTIFICATIONS(breaking(
                    "batching.notifications-only.202",
                    () -> amending(
                            BatchFault::isBatch,
                            reply -> reply.status() == 202 ? Reply.text(200, Reply.JSON, "[]") : reply))
            .only("2025-03-26")),

    /** A batch may begin with initialize. */
    INITIALIZE_IN_BATCH_SERVED(breaking(
                    "batching.initialize-refused",
                    () -> intercepting(
                            request -> holds(request, member -> method(member).equals("initialize")),
                            request -> initialized()))
            .only("2025-03-26")),

    /** Responses in a batch of requests are passed over. */
    MIXED_BATCH_SERVED(breaking(
                    "batching.mixed-with-responses-refused",
                    () -> intercepting(request -> holds(request, member -> member.has("result")), BatchFault::pongs))
            .only("2025-03-26")),

    /** An empty array is answered by an empty array. */
    EMPTY_BATCH_MIRRORED(breaking(
                    "batching.empty-array",
                    () -> amending(
                            request -> isBatch(request)
                                    && request.json().orElseThrow().isEmpty(),
                            reply -> Reply.text(200, Reply.JSON, "[]")))
            .only("2025-03-26")),

    /** What is no message in a batch is passed over. */
    INVALID_ELEMENT_PASSED_OVER(breaking(
                    "batching.invalid-elements",
                    () -> amending(
                            request -> holds(request, JsonNode::isNumber),
                            reply -> changed(reply, responses -> responses.remove(0))))
            .only("2025-03-26")),

    /** Arrays are still taken and answered under the revisions that took them away. */
    ARRAYS_STILL_TAKEN(breaking(
                    "batching.removed.array-refused",
                    () -> intercepting(request -> request.session().isPresent() && isBatch(request), BatchFault::pongs))
            .sinceVersionHeader()),

    /** Messages of the server are gathered in arrays under revisions without batches. */
    ARRAYS_IN_EVENTS(breaking(
                    "batching.absent.server-never-sends",
                    () -> Caller.sending(number -> "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/demo/hello\"}]"))
            .everywhere()
            .only("2024-11-05", "2025-06-18", "2025-11-25"));

    private final Defect defect;

    BatchFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Reply initialized() {
        return Reply.text(200, Reply.JSON, """
                [{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-03-26","capabilities":{},\
                "serverInfo":{"name":"batch","version":"1"}}}]""");
    }

    private static boolean isBatch(Request request) {
        return request.is("POST") && request.json().filter(JsonNode::isArray).isPresent();
    }

    private static boolean holds(Request request, Predicate<JsonNode> kind) {
        if (isBatch(request)) {
            for (JsonNode member : request.json().orElseThrow()) {
                if (kind.test(member)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String method(JsonNode member) {
        return member.path("method").asText();
    }

    /** Changes the answers to batches that were served. */
    private static Behaviour batches(UnaryOperator<Reply> change) {
        return amending(BatchFault::isBatch, reply -> text(reply).startsWith("[") ? change.apply(reply) : reply);
    }

    private static Reply changed(Reply reply, Consumer<ArrayNode> change) {
        if (!text(reply).startsWith("[")) {
            return reply;
        }
        ArrayNode responses = (ArrayNode) parse("{\"all\":" + text(reply) + "}").get("all");
        change.accept(responses);
        return Reply.json(200, responses);
    }

    private static Reply pongs(Request request) {
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        for (JsonNode member : request.json().orElseThrow()) {
            if (member.has("method") && member.has("id")) {
                responses
                        .addObject()
                        .put("jsonrpc", "2.0")
                        .<ObjectNode>set("id", member.get("id"))
                        .putObject("result");
            }
        }
        return Reply.json(200, responses);
    }
}
