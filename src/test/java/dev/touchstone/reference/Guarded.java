package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;

/** A server that asks for a credential and otherwise takes its decisions from another behaviour. */
record Guarded(Credential needed, boolean publishesMetadata, Behaviour inner) implements Behaviour {

    static final Credential KEY = new Credential("X-API-Key", "k");

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
}
