package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.SseEvent;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** A session over HTTP+SSE: it lives as long as its event stream. */
public final class LegacySseSession implements Session {
    private final LegacySseClient client;
    private final EventStream stream;
    private final Ids ids;
    private @Nullable Reply opening;

    LegacySseSession(LegacySseClient client, EventStream stream, Ids ids) {
        this.client = client;
        this.stream = stream;
        this.ids = ids;
    }

    void awaitEndpoint() {
        stream.awaitHeaders(client.http().limits().answer());
        if (stream.exchange().isEventStream()) {
            stream.await(LegacySseClient.endpointEvent(), client.http().limits().answer());
        }
    }

    @Override
    public Revision revision() {
        return client.revision();
    }

    /** The event stream. */
    public EventStream stream() {
        return stream;
    }

    /** What has come on the event stream so far. */
    public Exchange received() {
        return stream.exchange();
    }

    /** The data of the endpoint event, if one came. */
    public Optional<String> announced() {
        return received().events().dispatched().stream()
                .filter(event -> event.type().equals("endpoint"))
                .map(SseEvent::data)
                .findFirst();
    }

    /** Where messages go: the announced URI resolved against the stream's address, if it is one of HTTP. */
    public Optional<URI> messageUrl() {
        return announced().flatMap(uri -> resolved(uri.strip()));
    }

    /** Resolves as RFC 3986, 5 says; {@code java.net.URI} takes away the last segment before a query. */
    private Optional<URI> resolved(String reference) {
        try {
            URI.create(reference);
            return Optional.ofNullable(HttpUrl.get(client.endpoint().toString()).resolve(reference))
                    .map(HttpUrl::uri);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Reply opening() {
        if (opening == null) {
            throw new IllegalStateException("this session was not initialized");
        }
        return opening;
    }

    /** Sends initialize with these params. */
    public Reply initialize(ObjectNode params) {
        opening = ask(JsonRpc.request(nextId(), "initialize", params));
        return opening;
    }

    @Override
    public JsonNode nextId() {
        return ids.next();
    }

    @Override
    public Probe post(byte[] body) {
        return client.post(messageUrl().orElse(client.endpoint()), body);
    }

    @Override
    public Probe post(JsonNode message) {
        return post(Json.bytes(message));
    }

    @Override
    public Reply ask(ObjectNode request) {
        InvalidMessage.forbid(revision(), request);
        return provoke(request);
    }

    @Override
    public Reply provoke(ObjectNode request) {
        JsonNode id = request.path("id");
        if (messageUrl().isEmpty()) {
            return new Reply(id, Optional.empty(), List.of(received()));
        }
        Exchange posted = post(request).send();
        Limits limits = client.http().limits();
        stream.await(Until.responseTo(id), posted.succeeded() ? limits.answer() : limits.settle());
        Exchange received = received();
        return new Reply(id, received.responseTo(id), List.of(posted, received));
    }

    @Override
    public Exchange tell(ObjectNode message) {
        InvalidMessage.forbid(revision(), message);
        return post(message).send();
    }

    @Override
    public void close() {
        stream.close();
    }
}
