package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;

/** What becomes of batches that are wrong. */
@Conformance
class BatchRefusals {
    private static final int ACCEPTED = 202;

    @Verifies("batching.empty-array")
    void an_empty_batch_is_refused_by_a_single_error(Batches batches, StreamableSession session, Expect expect) {
        batches.demandSupport(expect);

        Exchange answer =
                session.post(Json.bytes(Batches.array())).reading(response()).send();

        expect.seen(answer);
        boolean single = answer.json().filter(JsonNode::isObject).isPresent() || answer.isEventStream();
        boolean error = single && answer.messages().stream().anyMatch(JsonRpc::isError);
        String expected = "a client error status (4xx) or a single error " + ErrorCode.INVALID_REQUEST;
        String seen = "an empty array: " + answer.inShort() + (answer.messages().isEmpty() ? " without an error" : "");
        if (answer.status() == ACCEPTED && answer.body().length == 0) {
            expect.deviates(expected, seen);
            return;
        }
        expect.holds(answer.refused() || (answer.succeeded() && error), expected, seen);
        if (error && answer.messages().stream().noneMatch(BatchRefusals::isInvalidRequest)) {
            expect.deviates("error " + ErrorCode.INVALID_REQUEST, "an empty array: another error code");
        }
    }

    private static boolean isInvalidRequest(JsonNode message) {
        return JsonRpc.code(message) == ErrorCode.INVALID_REQUEST;
    }

    @Verifies("batching.invalid-elements")
    void an_invalid_element_gets_an_error_and_the_others_their_results(
            Batches batches, StreamableSession session, Expect expect) {
        batches.demandSupport(expect);

        Batch batch = Batches.send(session, IntNode.valueOf(1), Batches.ping());

        expect.seen(batch.answer());
        boolean error = batch.responses().stream().anyMatch(JsonRpc::isError);
        expect.holds(
                batch.allServed() && error,
                "an error for the invalid element and a result for the ping",
                batch.seen() + (error ? " and an error" : " and no error"));
    }

    @Verifies("batching.mixed-with-responses-refused")
    void a_batch_of_a_request_and_a_response_is_refused(Batches batches, StreamableSession session, Expect expect) {
        batches.demandSupport(expect);
        ObjectNode response = Json.object().put("jsonrpc", "2.0").put("id", "touchstone-never-asked");
        response.putObject("result");

        Batch batch = Batches.send(session, Batches.ping(), response);

        expect.seen(batch.answer());
        expect.holds(!batch.allServed(), "an error or an error status", "with a response in it, " + batch.seen());
    }

    @Verifies("batching.initialize-refused")
    void initialize_is_not_served_as_part_of_a_batch(Batches batches, StreamableClient client, Expect expect) {
        batches.demandSupport(expect);
        ObjectNode initialize = JsonRpc.request(
                IntNode.valueOf(1),
                "initialize",
                Handshake.params(client.revision().id()));
        judge("a batch of initialize alone", client, expect, initialize);
        judge("a batch of initialize and ping", client, expect, initialize, Batches.ping());
    }

    private static void judge(String what, StreamableClient client, Expect expect, JsonNode... messages) {
        Exchange answer = client.post(Json.bytes(Batches.array(messages)))
                .reading(response())
                .send();
        answer.header(StreamableClient.SESSION_ID)
                .ifPresent(id ->
                        client.delete().with(StreamableClient.SESSION_ID, id).send());
        boolean served = answer.responseTo(IntNode.valueOf(1))
                .filter(message -> message.has("result"))
                .isPresent();
        expect.that(what, answer).holds(!served, "no result of initialize");
    }

    private static Until response() {
        return Until.message(message -> message.has("result") || message.has("error"));
    }
}
