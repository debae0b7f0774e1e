package dev.touchstone.checks.transport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Observed;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.SseReader;
import dev.touchstone.wire.SseStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a POSTed request was answered, for the checks that only look.
 *
 * @param id the id of the request
 * @param exchange the request and its answer
 */
record Answer(JsonNode id, Exchange exchange) {

    /** All observed answers. */
    static List<Answer> observed(Observed observed) {
        return Stream.concat(observed.replies().stream(), Stream.of(observed.unknownMethod()))
                .map(reply -> of(reply))
                .toList();
    }

    /** The observed answers that are event streams, taken as evidence. */
    static List<Answer> streams(Observed observed, Expect expect) {
        List<Answer> streams = observed(observed).stream()
                .filter(answer -> answer.exchange.isEventStream() && answer.exchange.succeeded())
                .toList();
        if (streams.isEmpty()) {
            throw new Inconclusive("no observed answer was an event stream this time");
        }
        streams.forEach(answer -> expect.seen(answer.exchange));
        return streams;
    }

    static Answer of(Reply reply) {
        return new Answer(reply.id(), reply.evidence().get(0));
    }

    /** The method of the request. */
    String method() {
        return Json.parse(exchange.request().body())
                .map(request -> request.path("method").asText())
                .orElse("");
    }

    /** The answer as a reader calls it. */
    String name() {
        return "the answer to " + method();
    }

    /** The bytes up to the end of the last complete event: what came of an event that is still on its way is left out. */
    byte[] wholeEvents() {
        byte[] body = exchange.body();
        int end = exchange.events().events().stream()
                .filter(SseEvent::complete)
                .mapToInt(SseEvent::end)
                .max()
                .orElse(0);
        boolean halfLineEnd =
                end > 0 && body[end - 1] == '\r' && exchange.events().lineEnds().contains("CRLF");
        return Arrays.copyOf(body, halfLineEnd ? end - 1 : end);
    }

    /** The events in those bytes. */
    SseStream complete() {
        return SseReader.read(wholeEvents());
    }

    /** The event at the end without the blank line that would complete it, if it has data. */
    Optional<SseEvent> unfinished() {
        return exchange.events().events().stream()
                .filter(event -> !event.complete() && event.hasData())
                .findFirst();
    }

    /** Whether the server, or something on the way, has ended the stream. */
    boolean ended() {
        return exchange.response()
                .map(response -> response.end() == BodyEnd.COMPLETE || response.end() == BodyEnd.CUT)
                .orElse(true);
    }

    /** Whether the response came in a complete event. */
    boolean delivered() {
        return exchange.responseTo(id).isPresent();
    }

    /** Whether a response came, be it one without its id or content, or in an event that lacks its blank line. */
    boolean arrived() {
        return delivered()
                || exchange.messages().stream().anyMatch(this::isEmptyOrNameless)
                || unfinished()
                        .flatMap(event -> Json.parse(event.data()))
                        .filter(this::isMine)
                        .isPresent();
    }

    private boolean isEmptyOrNameless(JsonNode message) {
        boolean response = JsonRpc.hasMembersOfMessage(message) && !message.has("method");
        return response && (!message.hasNonNull("id") || JsonRpc.matches(message.get("id"), id));
    }

    private boolean isMine(JsonNode message) {
        return JsonRpc.isResponseTo(id, message);
    }
}
