package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Pass;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that asks for a credential and otherwise takes its decisions from another behaviour. */
record Guarded(Credential needed, boolean publishesMetadata, List<Pass> passes, Behaviour inner) implements Behaviour {

    static final Credential KEY = new Credential("X-API-Key", "k");

    /** A key long enough to be told from everyday words wherever it turns up. */
    static final Credential LONG_KEY = new Credential("X-API-Key", "key-4711-abcdefgh");

    /** A token that is neither too short to be replaced nor structured. */
    static final Credential TOKEN = Credential.bearer("token-4711-abcdefgh");

    /** Further tokens, by the options that supply them. */
    static final Map<String, Pass> PASSES = Map.of(
            "bearer.expired", Pass.of("", "expired-4711-abcdefgh").thatExpired(),
            "bearer.low-scope", Pass.of("", "narrow-4711-abcdefgh").with("mcp:look"),
            "bearer.other-audience", Pass.of("", "foreign-4711-abcdefgh").issuedFor("elsewhere"),
            "bearer.second", Pass.of("second", "second-4711-abcdefgh"));

    /** Behind an API key, without OAuth. */
    static Behaviour byKey(Behaviour inner) {
        return new Guarded(KEY, false, List.of(), inner);
    }

    /** Behind a bearer token, with OAuth metadata. */
    static Behaviour byToken(Behaviour inner) {
        return new Guarded(TOKEN, true, List.of(), inner);
    }

    /** Behind bearer tokens of several kinds, with OAuth metadata. */
    static Behaviour byTokens(Behaviour inner) {
        return new Guarded(TOKEN, true, List.copyOf(PASSES.values()), inner);
    }

    /** The same guard before a server that does nothing wrong. */
    Behaviour sound() {
        return new Guarded(needed, publishesMetadata, passes, Behaviour.CONFORMING);
    }

    @Override
    public Optional<Credential> credential() {
        return Optional.of(needed);
    }

    @Override
    public boolean honours(Pass pass, Request request) {
        return inner.honours(pass, request);
    }

    @Override
    public Optional<String> lacks(Pass pass, Request request) {
        return inner.lacks(pass, request);
    }

    @Override
    public String userOf(Pass pass, Request request) {
        return inner.userOf(pass, request);
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
