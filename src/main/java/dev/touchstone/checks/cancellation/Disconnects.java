package dev.touchstone.checks.cancellation;

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
import java.time.Instant;
import java.util.List;

/** Clients that leave before, while and after they are answered: where there are no sessions that is how they cancel. */
@Conformance
class Disconnects {
    private static final int ROUNDS = 12;

    /** When a client leaves. */
    private enum Moment {
        BEFORE_THE_ANSWER,
        AT_ITS_FIRST_BYTES,
        AFTER_THE_RESPONSE
    }

    @Verifies("cancel.race")
    void clients_that_leave_as_they_are_answered_do_no_harm(
            StatelessClient client, Discovered discovered, Expect expect) {
        List<String> methods = discovered.servedMethods().stream()
                .filter(method -> client.ask(method).succeeded())
                .toList();
        String served = discovered.servedMethod();
        Instant asked = Instant.now();
        expect.control(client.ask(served), served + " before");
        Duration usual = Duration.between(asked, Instant.now());

        for (int round = 0; round < ROUNDS; round++) {
            Moment moment = Moment.values()[round % Moment.values().length];
            ObjectNode request = client.request(methods.isEmpty() ? served : methods.get(round % methods.size()));
            Duration early = usual.multipliedBy(round).dividedBy(ROUNDS).plusMillis(1);
            Exchange answer = left(request, moment, early, client);
            if (answer.response().isPresent()) {
                expect.that(request.path("method").asText() + ", which the client left", answer)
                        .holds(!answer.crashed(), "no server error status (5xx)");
            }
        }
        Reply after = client.ask(served);
        expect.that(served + " after " + ROUNDS + " clients left", after).result();
    }

    private static Exchange left(ObjectNode request, Moment moment, Duration early, StatelessClient client) {
        Duration patience = client.http().limits().answer();
        try (EventStream answer = client.open(request)) {
            switch (moment) {
                case BEFORE_THE_ANSWER -> answer.awaitHeaders(early);
                case AT_ITS_FIRST_BYTES -> answer.awaitHeaders(patience);
                case AFTER_THE_RESPONSE -> {
                    if (answer.peek(patience).isEventStream()) {
                        answer.await(Until.responseTo(request.path("id")), patience);
                    }
                }
            }
            return answer.exchange();
        }
    }
}
