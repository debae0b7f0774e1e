package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The exchanges that lead to an outcome: its evidence, what opened the session or the event stream that the evidence lives
 * in, and the streams whose event ids it names.
 */
final class Replay {
    private static final String SESSION = "Mcp-Session-Id";

    private final List<Exchange> all;
    private final TreeMap<Integer, Exchange> sequence = new TreeMap<>();

    private Replay(List<Exchange> all) {
        this.all = all;
    }

    /** The exchanges in the order of sending, none when the outcome has no evidence. */
    static List<Exchange> of(RunResult result, Outcome outcome) {
        Replay replay = new Replay(result.transcript().all());
        List<Exchange> evidence = outcome.exchanges().stream()
                .flatMap(number -> result.transcript().find(number).stream())
                .toList();
        evidence.forEach(exchange -> replay.add(exchange, outcome.requirement().id()));
        return List.copyOf(replay.sequence.values());
    }

    /** The exchange that issued a session id, if the server issued it in this run. */
    static Optional<Exchange> issuerOf(String session, List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange ->
                        exchange.header(SESSION).filter(session::equals).isPresent())
                .filter(exchange -> exchange.request().headers().first(SESSION).isEmpty())
                .findFirst();
    }

    /** The session id that a request carries. */
    static Optional<String> sessionOf(Exchange exchange) {
        return exchange.request().headers().first(SESSION);
    }

    /** The id of the event after which a request asks for more. */
    static Optional<String> resumedAfter(Exchange exchange) {
        return exchange.request().headers().first("Last-Event-ID");
    }

    /** The exchange that an event with this id came on first. */
    static Optional<Exchange> sourceOf(String eventId, List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(exchange -> eventIds(exchange).contains(eventId))
                .findFirst();
    }

    /** The ids of the events of an exchange, in order. */
    static List<String> eventIds(Exchange exchange) {
        return exchange.isEventStream()
                ? exchange.events().events().stream()
                        .flatMap(event -> event.id().stream())
                        .toList()
                : List.of();
    }

    /** The event stream that announced the address a request goes to, if one did. */
    static Optional<Exchange> announcerOf(Exchange exchange, List<Exchange> exchanges) {
        return exchange.request().method().equals("POST")
                ? exchanges.stream()
                        .filter(stream -> announces(stream, exchange.request().url()))
                        .findFirst()
                : Optional.empty();
    }

    /** Whether one of the exchanges goes to an address that this one announced. */
    static boolean announces(Exchange stream, List<Exchange> exchanges) {
        return exchanges.stream()
                .anyMatch(other ->
                        announcerOf(other, exchanges).filter(stream::equals).isPresent());
    }

    private void add(Exchange evidence, String requirement) {
        sequence.put(evidence.number(), evidence);
        resumedAfter(evidence)
                .flatMap(id -> sourceOf(id, all))
                .filter(source -> source.number() < evidence.number() && !sequence.containsKey(source.number()))
                .ifPresent(source -> add(source, requirement));
        sessionOf(evidence)
                .ifPresent(session -> issuerOf(session, all).ifPresent(issuer -> {
                    sequence.put(issuer.number(), issuer);
                    all.stream()
                            .filter(other ->
                                    sessionOf(other).filter(session::equals).isPresent())
                            .filter(other -> other.number() < evidence.number())
                            .filter(other -> other.purpose().equals(requirement) || isOpening(other))
                            .forEach(other -> sequence.put(other.number(), other));
                }));
        announcerOf(evidence, all).ifPresent(stream -> {
            sequence.put(stream.number(), stream);
            all.stream()
                    .filter(other ->
                            other.request().url().equals(evidence.request().url()))
                    .filter(other -> other.number() < evidence.number() && isOpening(other))
                    .forEach(other -> sequence.put(other.number(), other));
        });
    }

    private static boolean isOpening(Exchange exchange) {
        String method = Json.parse(exchange.request().body())
                .map(body -> body.path("method").asText())
                .orElse("");
        return method.equals("initialize") || method.equals("notifications/initialized");
    }

    private static boolean announces(Exchange stream, URI url) {
        return stream.request().method().equals("GET")
                && stream.events().dispatched().stream()
                        .filter(event -> event.type().equals("endpoint"))
                        .anyMatch(event ->
                                resolves(stream.request().url(), event.data().strip(), url));
    }

    private static boolean resolves(URI base, String reference, URI url) {
        try {
            return base.resolve(reference).equals(url);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
