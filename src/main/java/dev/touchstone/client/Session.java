package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;

/** A conversation that began with initialize, on either transport. Closing it ends it on the server too. */
public sealed interface Session extends AutoCloseable permits StreamableSession, LegacySseSession, StatelessSession {
    /** The revision that was asked for. */
    Revision revision();

    /** What came of initialize. */
    Reply opening();

    /** An id that was not used in this session. */
    JsonNode nextId();

    /**
     * Sends a request and waits for its response.
     *
     * @throws InvalidMessage if the request is not what the schema of the revision wants
     */
    Reply ask(ObjectNode request);

    /** Sends a request that may be wrong, on purpose, as it is and waits for its response. */
    Reply provoke(ObjectNode request);

    /**
     * Sends a notification or a response of ours.
     *
     * @throws InvalidMessage if the message is not what the schema of the revision wants
     */
    Exchange tell(ObjectNode message);

    /** Sends a request without params and waits for its response. */
    default Reply ask(String method) {
        return ask(JsonRpc.request(nextId(), method));
    }

    /** Sends a request with params and waits for its response. */
    default Reply ask(String method, ObjectNode params) {
        return ask(JsonRpc.request(nextId(), method, params));
    }

    /** The request that every server answers and that changes nothing: ping, or discovery where there is no ping. */
    default String harmless() {
        return "ping";
    }

    /** Sends a request that every server answers and that changes nothing. */
    default Reply ping() {
        return ask(harmless());
    }

    /** A request with an id that every server answers and that changes nothing. */
    default ObjectNode ping(JsonNode id) {
        return JsonRpc.request(id, harmless());
    }

    /** A POST of one message in this session. */
    Probe post(JsonNode message);

    /** A POST of any bytes in this session. */
    Probe post(byte[] body);

    /** Sends the notification that ends the handshake. */
    default Exchange initialized() {
        return tell(Handshake.initialized());
    }

    /** The capabilities that the server declared. */
    default JsonNode capabilities() {
        return opening().result().path("capabilities");
    }

    @Override
    void close();
}
