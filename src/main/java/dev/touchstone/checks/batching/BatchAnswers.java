package dev.touchstone.checks.batching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.Set;

/** How a batch is answered that a server has to take. */
@Conformance
class BatchAnswers {
    private static final String JSON = "application/json";
    private static final Set<String> TYPES = Set.of(JSON, "text/event-stream");

    @Verifies("batching.receive.supported")
    void a_batch_of_two_pings_gets_both_results(Batches batches, Expect expect) {
        Batch pings = batches.pings(expect);

        expect.holds(pings.allServed(), "a result for each of the two pings", pings.seen());
    }

    @Verifies("batching.content-type")
    void a_batch_is_answered_with_json_or_an_event_stream(Batches batches, Expect expect) {
        batches.demandSupport(expect);

        expect.that("two pings", batches.pings(expect).answer())
                .holds(
                        TYPES.contains(batches.pings(expect).answer().mediaType()),
                        "media type application/json or text/event-stream");
    }

    @Verifies("batching.response.json-form")
    void a_json_answer_to_a_batch_is_an_array_of_responses(Batches batches, Expect expect) {
        batches.demandSupport(expect);
        Batch pings = batches.pings(expect);
        if (!pings.answer().mediaType().equals(JSON)) {
            throw new NotApplicable("the batch was not answered with JSON: "
                    + pings.answer().inShort() + " (exchange " + pings.answer().number() + ")");
        }

        JsonNode body = pings.body();
        boolean responses = body.isArray();
        for (JsonNode member : body) {
            responses &= JsonRpc.isResponse(member);
        }
        expect.holds(
                responses,
                "a JSON array of responses",
                body.isMissingNode()
                        ? "a body that is not one JSON value"
                        : "JSON of type " + body.getNodeType() + (responses ? " of responses" : ""));
    }

    @Verifies("batching.response.one-per-request")
    void each_request_of_a_batch_gets_one_response_and_a_notification_none(Batches batches, Expect expect) {
        Batch mixed = batches.mixed(expect);
        List<JsonNode> answered =
                mixed.responses().stream().map(message -> message.path("id")).toList();
        for (JsonNode id : mixed.ids()) {
            long times = answered.stream()
                    .filter(other -> JsonRpc.matches(other, id))
                    .count();
            expect.holds(times == 1, "one response for each request", times + " responses to one of the pings");
        }
        long strays = answered.stream()
                .filter(other -> mixed.ids().stream().noneMatch(id -> JsonRpc.matches(other, id)))
                .count();
        expect.holds(strays == 0, "no other response", strays + " responses besides");
    }

    @Verifies("batching.close-after-all")
    void the_stream_of_a_batch_ends_after_its_last_response(Batches batches, Expect expect) {
        batches.demandSupport(expect);
        Exchange answer = batches.pings(expect).answer();
        if (!answer.isEventStream()) {
            throw new NotApplicable("the batch was not answered by a stream: " + answer.inShort() + " (exchange "
                    + answer.number() + ")");
        }

        boolean open = answer.response()
                .filter(response -> response.end() == BodyEnd.LEFT_OPEN)
                .isPresent();
        expect.holds(!open, "the end of the stream", open ? "a stream that stays open" : "the stream has ended");
    }

    @Verifies("batching.notifications-only.202")
    void a_batch_of_notifications_is_answered_202_without_a_body(Batches batches, Observed observed, Expect expect) {
        Exchange alone = observed.notified();
        Exchange answer = batches.notifications(expect).answer();
        if (alone.status() != 202 || alone.body().length > 0) {
            throw Inconclusive.blockedBy("transport.post.notification-202", "one notification: " + alone.inShort());
        }

        expect.that("two notifications", answer).status(202);
        expect.that("two notifications", answer).noBody();
    }
}
