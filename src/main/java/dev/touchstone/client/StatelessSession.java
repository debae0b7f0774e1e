package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one client under a stateless revision, so that checks which ask the same of every revision need not know
 * of the difference. Requests without metadata are completed.
 */
public final class StatelessSession implements Session {
    private final StatelessClient client;
    private @Nullable Reply opening;

    StatelessSession(StatelessClient client) {
        this.client = client;
    }

    @Override
    public Revision revision() {
        return client.revision();
    }

    /** What came of discovery, which is asked for when it is first looked at. */
    @Override
    public Reply opening() {
        if (opening == null) {
            opening = client.discover();
        }
        return opening;
    }

    @Override
    public JsonNode nextId() {
        return client.nextId();
    }

    @Override
    public String harmless() {
        return "server/discover";
    }

    @Override
    public ObjectNode ping(JsonNode id) {
        return completed(JsonRpc.request(id, harmless()));
    }

    /** A POST with the headers that go with what the message says, and the version whether it says one or not. */
    @Override
    public Probe post(JsonNode message) {
        Probe post = message instanceof ObjectNode object ? client.post(object) : client.bare(Json.bytes(message));
        return post.with(StreamableClient.PROTOCOL_VERSION, revision().id());
    }

    /** A POST with the headers that go with a harmless request, so that nothing is wrong but the bytes. */
    @Override
    public Probe post(byte[] body) {
        return client.bare(body).with(client.repeating(client.request(harmless())));
    }

    @Override
    public Reply ask(ObjectNode request) {
        return client.ask(completed(request));
    }

    @Override
    public Reply provoke(ObjectNode request) {
        return client.provoke(completed(request));
    }

    private ObjectNode completed(ObjectNode request) {
        JsonNode params = request.path("params");
        boolean open = params.isMissingNode() || params.isObject();
        if (!open || params.path("_meta").has(StatelessClient.VERSION_KEY)) {
            return request;
        }
        ObjectNode own = params.isObject() ? (ObjectNode) params : Json.object();
        ObjectNode complete = client.request(request.path("method").asText(), own);
        complete.set("id", request.path("id"));
        return complete;
    }

    @Override
    public Exchange tell(ObjectNode message) {
        InvalidMessage.forbid(revision(), message);
        return post(message).send();
    }

    /** There is nothing to end. */
    @Override
    public void close() {}
}
