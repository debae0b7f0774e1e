package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Optional;

/** A server that asks for a credential and otherwise takes its decisions from another behaviour. */
record Guarded(Credential needed, boolean publishesMetadata, Behaviour inner) implements Behaviour {

    static final Credential KEY = new Credential("X-API-Key", "k");

    /** A key long enough to be told from everyday words wherever it turns up. */
    static final Credential LONG_KEY = new Credential("X-API-Key", "key-4711-abcdefgh");

    /** Behind an API key, without OAuth. */
    static Behaviour byKey(Behaviour inner) {
        return new Guarded(KEY, false, inner);
    }

    /** Behind a bearer token, with OAuth metadata. */
    static Behaviour byToken(Behaviour inner) {
        return new Guarded(Credential.bearer("t"), true, inner);
    }

    /** The same guard before a server that does nothing wrong. */
    Behaviour sound() {
        return new Guarded(needed, publishesMetadata, Behaviour.CONFORMING);
    }

    @Override
    public Optional<Credential> credential() {
        return Optional.of(needed);
    }

    @Override
    public Optional<Reply> intercept(Request request) {
        return inner.intercept(request);
    }

    @Override
    public Reply amend(Request request, Reply reply) {
        return inner.amend(request, reply);
    }

    @Override
    public ObjectNode answer(Call call, ObjectNode response) {
        return inner.answer(call, response);
    }

    @Override
    public List<JsonNode> tells(Call call) {
        return inner.tells(call);
    }
}
