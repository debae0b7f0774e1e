package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What HTTP itself asks of the endpoint: header names of any case, methods it does not know. */
@Conformance
class HttpSemantics {

    @Verifies("transport.headers.case-insensitive")
    void header_names_are_matched_without_regard_to_case(StreamableSession session, Expect expect) {
        accept(session, expect);

        expectServed("lower", session, name -> name.toLowerCase(Locale.ROOT), expect);
        expectServed("upper", session, name -> name.toUpperCase(Locale.ROOT), expect);
    }

    private static void expectServed(
            String letters, StreamableSession session, UnaryOperator<String> names, Expect expect) {
        ObjectNode ping = JsonRpc.request(session.nextId(), "ping");
        Exchange answer = session.post(ping).spelling(names).send();
        expect.that("header names in " + letters + " case", answer)
                .holds(
                        answer.responseTo(ping.get("id"))
                                .filter(message -> message.has("result"))
                                .isPresent(),
                        "the result");
    }

    @Verifies("transport.method.unsupported-405")
    void put_and_patch_are_refused_as_unknown_methods(StreamableSession session, Expect expect) {
        accept(session, expect);

        for (String method : new String[] {"PUT", "PATCH"}) {
            ObjectNode ping = JsonRpc.request(session.nextId(), "ping");
            expect.that(session.post(ping).method(method).send()).status(405, 501);
        }
    }

    private static void accept(StreamableSession session, Expect expect) {
        Reply control = session.ask("ping");
        expect.control(control.succeeded(), control.evidence().get(0), "the same ping by POST, spelled as usual");
    }
}
