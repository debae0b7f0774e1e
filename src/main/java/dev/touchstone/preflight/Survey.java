package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.EventStream;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.Http;
import dev.touchstone.client.Ids;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.preflight.Dialect.Feature;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.SseEvent;
import dev.touchstone.wire.SseStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens one session per revision and notes what the server offers in it. */
final class Survey {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration HEADERS = Duration.ofSeconds(2);
    private static final Duration LEAVE = Duration.ofMillis(200);

    private final Target target;
    private final Http http;
    private final Supplier<Ids> ids;
    private final List<String> notes = new ArrayList<>();

    Survey(Target target, Http http, Supplier<Ids> ids) {
        this.target = target;
        this.http = http;
        this.ids = ids;
    }

    List<String> notes() {
        return notes;
    }

    /** The dialect of a revision over Streamable HTTP, if the server agrees to it. */
    Optional<Dialect> streamable(Revision revision) {
        try (StreamableSession session = new StreamableClient(http.under(revision), target, revision, ids).connect()) {
            JsonNode result = session.opening().result();
            JsonNode version = result.path("protocolVersion");
            if (version.isTextual() && !version.asText().equals(revision.id())) {
                return Optional.empty();
            }
            return Optional.of(new Dialect(revision, result, features(session)));
        } catch (NotConnected e) {
            Exchange answer = e.reply().evidence().get(0);
            if (answer.response().isEmpty() || answer.status() == TOO_MANY_REQUESTS) {
                throw new Unusable(target.shown() + " does not answer initialize for " + revision + " ("
                        + answer.inShort() + "), so it cannot be told what it speaks: raise -Dtimeout or lower -Drate");
            }
            return Optional.empty();
        }
    }

    private Map<String, Feature> features(StreamableSession session) {
        Map<String, Feature> features = new HashMap<>();
        String opening = "initialize (exchange " + session.initialize().number() + ")";
        features.put(
                "session-id",
                session.id().isPresent()
                        ? Feature.yes(opening + " came with a session id")
                        : Feature.no(opening + " came without a session id"));
        Exchange answer = streamedIfAny(session);
        String asked = "the request of exchange " + answer.number();
        features.put(
                "post-stream",
                answer.isEventStream()
                        ? Feature.yes(asked + " was answered by an event stream")
                        : Feature.no(asked + " was not answered by an event stream: " + answer.inShort()));
        Exchange listening = listen(session, features);
        features.put(
                "event-ids",
                hasIds(answer) || hasIds(listening)
                        ? Feature.yes("events of the server carry ids")
                        : Feature.no("no event of exchanges " + answer.number() + " and " + listening.number()
                                + " carries an id"));
        return features;
    }

    /** The answer to ping, or where that is no event stream, to a list: some servers stream only what may take long. */
    private static Exchange streamedIfAny(StreamableSession session) {
        Exchange ping = session.ask("ping").evidence().get(0);
        return Stream.of("prompts", "resources", "tools")
                .filter(capability ->
                        !ping.isEventStream() && session.capabilities().has(capability))
                .findFirst()
                .map(capability -> session.ask(capability + "/list").evidence().get(0))
                .orElse(ping);
    }

    /** Looks at the stream of a session last, and ends the session first: some servers do not survive a dropped stream. */
    private Exchange listen(StreamableSession session, Map<String, Feature> features) {
        try (EventStream stream = session.get().open()) {
            boolean answered = stream.awaitHeaders(HEADERS);
            Exchange exchange = stream.exchange();
            String seen = "GET (exchange " + exchange.number() + ") ";
            if (!answered && exchange.noAnswer().isEmpty()) {
                seen += "got no status line in " + HEADERS.toSeconds() + " s";
                features.put("get-stream", Feature.unknown(seen));
            } else if (exchange.isEventStream() && exchange.succeeded()) {
                features.put("get-stream", Feature.yes(seen + "opens an event stream"));
            } else {
                features.put("get-stream", Feature.no(seen + "does not open an event stream: " + exchange.inShort()));
            }
            session.close();
            stream.awaitEnd(LEAVE);
            return exchange;
        }
    }

    private static boolean hasIds(Exchange exchange) {
        return exchange.events().events().stream().map(SseEvent::id).anyMatch(Optional::isPresent);
    }

    /** Whether a GET without a session is answered by the stream of HTTP+SSE. */
    boolean announcesEndpoint() {
        try (EventStream stream =
                new StreamableClient(http, target, anyRevision(), ids).get().open()) {
            return stream.awaitHeaders(HEADERS)
                    && stream.exchange().isEventStream()
                    && stream.await(Survey::endpoint, Duration.ofMillis(500));
        }
    }

    private static boolean endpoint(SseStream stream) {
        return stream.dispatched().stream().anyMatch(event -> event.type().equals("endpoint"));
    }

    private Revision anyRevision() {
        return new Revision("", Era.STATEFUL, Transport.STREAMABLE_HTTP, target.origin());
    }

    /** The dialect of 2024-11-05 if the address is that of its event stream. */
    Optional<Dialect> legacy(Revision revision) {
        LegacySseClient client = new LegacySseClient(http.under(revision), target, revision, ids);
        try (LegacySseSession session = client.open()) {
            if (session.announced().isEmpty()) {
                return Optional.empty();
            }
            Reply reply = session.initialize(Handshake.params(revision.id()));
            Map<String, Feature> features = Map.of(
                    "get-stream",
                    Feature.yes("the transport is an event stream"),
                    "completions",
                    Feature.yes("this revision has no capability for completion, so it has to be asked for"));
            return Optional.of(new Dialect(revision, reply.result(), features));
        }
    }

    /** Whether a ping in a session of this revision is answered at all, if only by an error. */
    boolean answersPing(Revision revision) {
        try (StreamableSession session = new StreamableClient(http.under(revision), target, revision, ids).connect()) {
            return session.ask("ping").message().isPresent();
        } catch (NotConnected e) {
            return false;
        }
    }

    /** The dialect of 2024-11-05 if a GET succeeds with what is no page and no document, be it without an endpoint event. */
    Optional<Dialect> silent(Revision revision) {
        LegacySseClient client = new LegacySseClient(http.under(revision), target, revision, ids);
        try (EventStream stream = client.get().open()) {
            boolean begun = stream.awaitHeaders(HEADERS) && stream.exchange().succeeded();
            String type = stream.exchange().mediaType();
            return begun && !type.equals("text/html") && !type.equals("application/json")
                    ? Optional.of(new Dialect(revision, MissingNode.getInstance(), Map.of()))
                    : Optional.empty();
        }
    }

    /** Whether a session goes on working while a second one is opened. */
    boolean sessionsCoexist(Revision revision) {
        if (revision.transport() != Transport.STREAMABLE_HTTP || revision.era() == Era.STATELESS) {
            return true;
        }
        StreamableClient client = new StreamableClient(http.under(revision), target, revision, ids);
        try (StreamableSession first = client.connect()) {
            if (!first.ask("ping").succeeded()) {
                return true;
            }
            try (StreamableSession second = client.connect()) {
                second.ask("ping");
                return first.ask("ping").succeeded();
            }
        } catch (NotConnected e) {
            return true;
        }
    }
}
