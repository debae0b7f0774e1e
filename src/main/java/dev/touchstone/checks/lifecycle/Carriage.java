package dev.touchstone.checks.lifecycle;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.Optional;

/** What HTTP+SSE loses counts against a record of that transport, and not a second time against what was to be said. */
final class Carriage {
    private Carriage() {}

    /**
     * Demands that a request and its response were carried, if it is HTTP+SSE that had to carry them.
     *
     * @throws Inconclusive if something was lost on the way
     */
    static void demand(Revision revision, Reply reply) {
        if (revision.transport() == Transport.HTTP_SSE && reply.message().isEmpty()) {
            loser(reply).ifPresent(record -> {
                throw Inconclusive.blockedBy(record, reply.inShort());
            });
        }
    }

    private static Optional<String> loser(Reply reply) {
        Exchange first = reply.evidence().get(0);
        if (first.request().method().equals("GET")) {
            return Optional.of(opening(first));
        } else if (!first.succeeded()) {
            return Optional.of(refusing(first));
        } else if (first.responseTo(reply.id()).isPresent()) {
            return Optional.of("sse.response-on-stream");
        }
        return reply.evidence().stream().anyMatch(exchange -> strange(exchange, reply))
                ? Optional.of("sse.message-event")
                : Optional.empty();
    }

    private static String opening(Exchange stream) {
        if (!stream.succeeded()) {
            return "sse.endpoints.two";
        }
        return stream.isEventStream() ? "sse.endpoint-event.sent" : "sse.stream.content-type";
    }

    private static String refusing(Exchange post) {
        int status = post.status();
        if (status == 0 || status == 404 || status == 410 || status / 100 == 3) {
            return "sse.endpoint-event.uri-usable";
        }
        return status == 405 || status == 501 ? "sse.endpoints.two" : "sse.post.all-messages";
    }

    /** Whether the response came, but in an event of a type that clients do not read. */
    private static boolean strange(Exchange stream, Reply reply) {
        return stream.events().dispatched().stream()
                .filter(event -> !event.type().equals("message"))
                .flatMap(event -> Json.parse(event.data()).stream())
                .anyMatch(message -> JsonRpc.isResponseTo(reply.id(), message));
    }
}
