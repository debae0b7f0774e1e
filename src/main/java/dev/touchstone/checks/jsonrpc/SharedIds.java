package dev.touchstone.checks.jsonrpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import java.time.Duration;

/** Clients know nothing of each other, and so not of each other's ids. */
@Conformance
class SharedIds {
    private static final int ROUNDS = 3;

    @Verifies("jsonrpc.same-id-different-clients")
    void two_clients_that_use_the_same_id_each_get_their_own_answer(
            StatelessClient client, Discovered discovered, Expect expect) {
        String served = discovered.servedMethod();
        Reply control = client.ask(served);
        expect.control(control, served + " on its own");

        for (int round = 0; round < ROUNDS; round++) {
            JsonNode id = client.nextId();
            ObjectNode one = with(id, client.request(served));
            ObjectNode other = with(id, client.request("touchstone/same-id"));
            try (EventStream first = client.post(one).onNewConnection().open();
                    EventStream second = client.post(other).onNewConnection().open()) {
                Duration time = client.http().limits().answer();
                judge(served, first, id, time, true, expect);
                judge("an unknown method", second, id, time, false, expect);
            }
        }
    }

    private static ObjectNode with(JsonNode id, ObjectNode request) {
        request.set("id", id);
        return request;
    }

    private static void judge(
            String what, EventStream stream, JsonNode id, Duration time, boolean served, Expect expect) {
        if (stream.peek(time).isEventStream()) {
            stream.await(Until.responseTo(id), time);
        }
        Exchange answer = stream.exchange();
        boolean result = answer.responseTo(id)
                .map(message -> message.path("result").isObject())
                .orElse(false);
        expect.that(what + ", while another client uses its id", answer)
                .holds(result == served, served ? "its result" : "no result, which the other one asked for");
    }
}
