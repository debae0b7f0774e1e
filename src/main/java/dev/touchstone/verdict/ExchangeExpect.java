package dev.touchstone.verdict;

import dev.touchstone.wire.Exchange;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Expectations of one exchange. */
public final class ExchangeExpect {
    private final Expect expect;
    private final Exchange exchange;
    private final String label;

    ExchangeExpect(Expect expect, Exchange exchange, String label) {
        this.expect = expect;
        this.exchange = exchange;
        this.label = label;
    }

    /** One of these status codes. */
    public boolean status(int... codes) {
        boolean met = Arrays.stream(codes).anyMatch(code -> code == exchange.status());
        return holds(
                met,
                "HTTP status " + Arrays.stream(codes).mapToObj(String::valueOf).collect(Collectors.joining(" or ")));
    }

    /** A success status. */
    public boolean accepted() {
        return holds(exchange.succeeded(), "a success status (2xx)");
    }

    /** A client error status: the server understood and refused. */
    public boolean refused() {
        return holds(exchange.refused(), "a client error status (4xx)");
    }

    /** A body without a single byte. */
    public boolean noBody() {
        int length = exchange.body().length;
        String seen =
                label + exchange.inShort() + (length == 0 ? " without a body" : " with a body of " + length + " bytes");
        return expect.holds(length == 0, label + "no body", seen);
    }

    /** A condition on the exchange, described by what is expected. */
    public boolean holds(boolean condition, String expected) {
        return expect.holds(condition, label + expected, label + exchange.inShort());
    }
}
