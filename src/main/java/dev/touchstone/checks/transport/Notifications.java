package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Response;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** How POSTs are answered that ask for no response, or that cannot be understood. */
@Conformance
class Notifications {
    private static final int ACCEPTED = 202;
    private static final int FIRST_ERROR = 400;
    private static final Set<Integer> UNREADABLE = Set.of(ErrorCode.PARSE_ERROR, ErrorCode.INVALID_REQUEST);

    @Verifies("transport.post.notification-202")
    void a_notification_is_answered_202(Observed observed, Dialect dialect, Expect expect) {
        demandSilence(observed.notified(), expect);
        if (dialect.revision().era() == Era.STATELESS && observed.notified().status() >= FIRST_ERROR) {
            throw new NotApplicable("a notification that no client needs to send was not accepted: "
                    + observed.notified().inShort());
        }

        expect.that(observed.notified()).status(ACCEPTED);
    }

    /** A JSON-RPC response to a notification is another fault than the status and the body that come of it. */
    private static void demandSilence(Exchange answer, Expect expect) {
        expect.seen(answer);
        if (answer.succeeded() && answer.messages().stream().anyMatch(JsonRpc::hasMembersOfMessage)) {
            throw Inconclusive.blockedBy("jsonrpc.notification.no-response", answer.inShort() + " with a response");
        }
    }

    @Verifies("transport.post.202-no-body")
    void a_202_answer_has_no_body(Observed observed, Expect expect) {
        Exchange answer = observed.notified();
        demandSilence(answer, expect);
        if (answer.status() != ACCEPTED) {
            throw new NotApplicable("the notification was not answered 202: " + answer.inShort() + " (exchange "
                    + answer.number() + ")");
        }

        expect.that(answer).noBody();
        boolean open = answer.response()
                .map(Response::end)
                .filter(BodyEnd.LEFT_OPEN::equals)
                .isPresent();
        expect.holds(!open, "the end of the answer", open ? "a body that is still open" : "the answer has ended");
    }

    @Verifies("transport.post.unacceptable-error-status")
    void a_notification_whose_method_is_a_number_is_answered_with_an_error_status(
            StreamableClient client, Expect expect) {
        try (StreamableSession session = client.begin()) {
            Exchange control = session.initialized();
            expect.control(control.succeeded(), control, "a valid notification");
            ObjectNode malformed = Json.object().put("jsonrpc", "2.0").put("method", 42);

            Exchange answer = session.post(malformed).send();

            expect.that(answer).holds(answer.status() >= FIRST_ERROR, "an HTTP error status");
        }
    }

    @Verifies("http.notification.refused-status")
    void a_notification_that_is_not_accepted_gets_an_error_status(
            Observed observed, StatelessSession session, Expect expect) {
        Exchange control = observed.notified();
        expect.seen(control);
        if (control.succeeded() && control.status() != ACCEPTED) {
            throw Inconclusive.blockedBy("transport.post.notification-202", "a valid one: " + control.inShort());
        }
        ObjectNode malformed = Json.object().put("jsonrpc", "2.0").put("method", 42);

        Exchange answer = session.post(malformed).send();

        if (answer.status() == ACCEPTED) {
            expect.seen(answer);
            expect.deviates("an HTTP error status", "a notification whose method is a number: " + answer.inShort());
        } else {
            expect.that("a notification whose method is a number", answer)
                    .holds(answer.status() >= FIRST_ERROR, "an HTTP error status");
        }
    }

    @Verifies("transport.post.unparsable-http-error")
    void a_body_that_is_no_json_is_refused(McpClient client, Expect expect) {
        for (String body : new String[] {"this is not JSON", ""}) {
            try (Session session = client.connect()) {
                Reply control = session.ping();
                expect.control(control.succeeded(), control.evidence().get(0), "a ping in the same session");

                Exchange answer =
                        session.post(body.getBytes(StandardCharsets.UTF_8)).send();

                expect.that(body.isEmpty() ? "an empty body" : "a body that is not JSON", answer)
                        .holds(
                                answer.refused() || saysUnreadable(answer),
                                "a client error status (4xx), or 200 with error -32700 or -32600");
            }
        }
    }

    private static boolean saysUnreadable(Exchange answer) {
        return answer.status() == 200
                && !answer.messages().isEmpty()
                && answer.messages().stream().allMatch(message -> UNREADABLE.contains(JsonRpc.code(message)));
    }
}
