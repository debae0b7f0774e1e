package dev.touchstone.checks.versioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.Until;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.function.Consumer;

/** Requests with one defect in their metadata, each after the same request without it. */
final class Defective {
    private final StatelessClient client;
    private final Expect expect;

    Defective(StatelessClient client, Expect expect) {
        this.client = client;
        this.expect = expect;
    }

    /** Shows that a method is served when nothing is wrong. */
    void control(String method) {
        expect.control(client.ask(method), method + " with all its metadata");
    }

    /** The answer under another version, which metadata and header name alike. */
    Reply underVersion(String version, String method) {
        control(method);
        ObjectNode request = client.request(method);
        meta(request).put(StatelessClient.VERSION_KEY, version);
        return client.ask(request);
    }

    /** The answer to a request whose metadata is changed, with the headers of the unchanged one. */
    Reply withMetadata(String method, Consumer<ObjectNode> change) {
        return withMessage(method, request -> change.accept(meta(request)));
    }

    /** The answer to a request that is changed, with the headers of the unchanged one. */
    Reply withMessage(String method, Consumer<ObjectNode> change) {
        control(method);
        return unchecked(client.request(method), change);
    }

    /** On a connection of its own, which no complete request went over before. */
    private Reply unchecked(ObjectNode request, Consumer<ObjectNode> change) {
        return reply(request, changed(request, change).onNewConnection().send());
    }

    /** The answer to a request that is changed, on a connection that complete requests went over. */
    Reply afterOthers(String method, Consumer<ObjectNode> change) {
        control(method);
        ObjectNode request = client.request(method);
        return reply(request, changed(request, change).send());
    }

    private Probe changed(ObjectNode request, Consumer<ObjectNode> change) {
        ObjectNode changed = request.deepCopy();
        change.accept(changed);
        return client.bare(Json.bytes(changed))
                .with(client.repeating(request))
                .reading(Until.responseTo(request.path("id")));
    }

    private static Reply reply(ObjectNode request, Exchange exchange) {
        JsonNode id = request.path("id");
        return new Reply(id, exchange.responseTo(id), List.of(exchange));
    }

    static ObjectNode meta(ObjectNode request) {
        return (ObjectNode) request.path("params").path("_meta");
    }
}
