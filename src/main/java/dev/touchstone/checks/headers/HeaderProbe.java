package dev.touchstone.checks.headers;

import static dev.touchstone.client.StatelessClient.METHOD;
import static dev.touchstone.client.StatelessClient.NAME;
import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Discovered;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Requests with one defect in their headers, each after the same request with the right ones. */
final class HeaderProbe {
    private final StatelessClient client;
    private final Discovered discovered;
    private final Expect expect;

    HeaderProbe(StatelessClient client, Discovered discovered, Expect expect) {
        this.client = client;
        this.discovered = discovered;
        this.expect = expect;
    }

    /** The answer to a request that is served when its headers are right. */
    Exchange served(UnaryOperator<Probe> defect) {
        String method = discovered.servedMethod();
        expect.control(client.ask(method), method + " with the right headers");
        return send(client.request(method), defect);
    }

    /** The answers to requests for unknown things, which are refused for another reason when their headers are right. */
    List<Exchange> named(UnaryOperator<Probe> defect) {
        List<Exchange> answers = new ArrayList<>();
        for (Named thing : Named.advertised(discovered)) {
            Reply control = client.ask(thing.request(client));
            expect.control(
                    control.message().isPresent() && control.evidence().get(0).errorCode() != ErrorCode.HEADER_MISMATCH,
                    control.evidence().get(0),
                    thing.method() + " with the right headers");
            answers.add(send(thing.request(client), defect));
        }
        return answers;
    }

    private Exchange send(ObjectNode request, UnaryOperator<Probe> defect) {
        Exchange exchange = defect.apply(client.post(request)).send();
        expect.seen(exchange);
        return exchange;
    }

    /** Every kind of defect that has to be refused; what cannot be asked of the server is left out. */
    List<Exchange> everyDefect() {
        List<Exchange> answers = new ArrayList<>(List.of(
                served(probe -> probe.without(PROTOCOL_VERSION)),
                served(probe -> probe.without(METHOD)),
                served(probe -> probe.with(METHOD, "touchstone/other")),
                served(probe -> probe.with(PROTOCOL_VERSION, "1900-01-01"))));
        answers.addAll(named(probe -> probe.without(NAME)));
        answers.addAll(named(probe -> probe.with(NAME, "touchstone-other")));
        return answers;
    }

    /** Whether it is a refusal of headers, by its own code or without a body at all. */
    static boolean refused(Exchange exchange) {
        return exchange.errorCode() == ErrorCode.HEADER_MISMATCH || (exchange.refused() && exchange.errorCode() == 0);
    }
}
