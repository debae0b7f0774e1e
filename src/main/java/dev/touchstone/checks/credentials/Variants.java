package dev.touchstone.checks.credentials;

import dev.touchstone.client.Limits;
import dev.touchstone.client.Probe;
import dev.touchstone.target.Credentials;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends a request without its credentials and with wrong ones, over connections that nothing right was sent over. */
final class Variants {
    private static final Duration BRISK = Duration.ofSeconds(3);

    private final Credentials credentials;
    private final Limits limits;

    Variants(Credentials credentials, Limits limits) {
        this.credentials = credentials;
        this.limits = limits.answerWithin(limits.answer().compareTo(BRISK) < 0 ? limits.answer() : BRISK);
    }

    /** The right request goes last, since it may use something up that the others would miss. */
    Attempt attempt(String kind, Supplier<Probe> request, Supplier<Exchange> right) {
        Exchange without = without(request.get());
        Exchange wrong = wrong(request.get());
        return new Attempt(kind, right.get(), without, wrong);
    }

    /** All three of the same request. */
    Attempt attempt(String kind, Supplier<Probe> request) {
        return attempt(kind, request, () -> send(request.get()));
    }

    Exchange without(Probe probe) {
        Probe bare = probe;
        for (Header header : credentials.guarding()) {
            bare = bare.without(header.name());
        }
        return send(bare.onNewConnection());
    }

    Exchange wrong(Probe probe) {
        return send(probe.with(credentials.wrong()).onNewConnection());
    }

    /** An event stream is not waited for: that it opens says enough. */
    Exchange send(Probe probe) {
        return probe.within(limits).send();
    }
}
