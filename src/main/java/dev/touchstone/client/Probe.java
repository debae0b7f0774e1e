package dev.touchstone.client;

import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A request that is about to be sent and can still be changed: the same request with and without one defect make a pair,
 * and only the pair shows why a server refused.
 */
public final class Probe {
    private final Http http;
    private final Request request;
    private final Until until;

    Probe(Http http, Request request, Until until) {
        this.http = http;
        this.request = request;
        this.until = until;
    }

    /** With a header that replaces all of its name. */
    public Probe with(String name, String value) {
        return headers(request.headers().with(name, value));
    }

    /** With these headers, each replacing all of its name. */
    public Probe with(Headers lines) {
        Headers headers = request.headers();
        for (var line : lines) {
            headers = headers.with(line.name(), line.value());
        }
        return headers(headers);
    }

    /** With these header lines beside those there are, of the same name or not. */
    public Probe and(Headers lines) {
        Headers headers = request.headers();
        for (var line : lines) {
            headers = headers.and(line.name(), line.value());
        }
        return headers(headers);
    }

    /** Without a header. */
    public Probe without(String name) {
        return headers(request.headers().without(name));
    }

    /** With the same header lines under names spelled by a rule, such as upper case. */
    public Probe spelling(UnaryOperator<String> names) {
        return headers(new Headers(request.headers().lines().stream()
                .map(line -> new Header(names.apply(line.name()), line.value()))
                .toList()));
    }

    /** With another HTTP method. */
    public Probe method(String method) {
        return new Probe(http, new Request(method, request.url(), request.headers(), request.body()), until);
    }

    /** To another address. */
    public Probe to(URI url) {
        return new Probe(http, new Request(request.method(), url, request.headers(), request.body()), until);
    }

    /** Reading an event stream up to something else. */
    public Probe reading(Until other) {
        return new Probe(http, request, other);
    }

    /** On a connection of its own, that nothing was sent over before. */
    public Probe onNewConnection() {
        return new Probe(http.onNewConnection(), request, until);
    }

    /** With other limits. */
    public Probe within(Limits limits) {
        return new Probe(http.within(limits), request, until);
    }

    private Probe headers(Headers headers) {
        return new Probe(http, new Request(request.method(), request.url(), headers, request.body()), until);
    }

    /** The request as it would be sent. */
    public Request request() {
        return request;
    }

    /** Sends it and reads the answer. */
    public Exchange send() {
        return http.send(request, until);
    }

    /** Sends it and reads no more of an event stream than its head, which has to come in a time. */
    public Exchange peek(Duration time) {
        try (EventStream answer = open()) {
            return answer.peek(time);
        }
    }

    /** Sends it and leaves the answer open. */
    public EventStream open() {
        return http.open(request);
    }
}
