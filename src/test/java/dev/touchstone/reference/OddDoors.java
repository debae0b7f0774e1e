package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unusual ways to let clients in, and to tell them how to get there. */
final class OddDoors {
    private static final Set<String> FOR_EVERYBODY =
            Set.of("initialize", "notifications/initialized", "server/discover", "ping");

    private OddDoors() {}

    /** Wants a key in a header, as agreed with its clients, and knows no OAuth. */
    static Behaviour keyOnly() {
        return Guarded.byKey(Behaviour.CONFORMING);
    }

    /** Wants name and password. */
    static Behaviour basic() {
        return new Guarded(
                new Credential("Authorization", "Basic dG91Y2g6c3RvbmUtNDcxMQ=="),
                false,
                List.of(),
                amending((request, reply) ->
                        reply.status() == 401 ? reply.with(Wire.CHALLENGE, "Basic realm=\"demo\"") : reply));
    }

    /** Refuses tokens for other servers by another status than those that nobody issued. */
    static Behaviour foreignToken403() {
        String foreign = "Bearer " + Guarded.PASSES.get("bearer.other-audience").token();
        return Guarded.byTokens(amending((request, reply) ->
                reply.status() == 401 && request.header("Authorization").equals(Optional.of(foreign))
                        ? Reply.text(403, "text/plain", "Audiences in Jwt are not allowed")
                        : reply));
    }

    /** Compares the whole header with a key, to the letter, and challenges nobody. */
    static Behaviour keyAsBearer() {
        return new Behaviour() {
            @Override
            public Optional<Credential> credential() {
                return Optional.of(Guarded.TOKEN);
            }

            @Override
            public boolean admits(Request request) {
                return request.header("Authorization").equals(Optional.of(Guarded.TOKEN.value()));
            }

            @Override
            public Reply amend(Request request, Reply reply) {
                return reply.without(Wire.CHALLENGE);
            }
        };
    }

    /** Wants a fixed token, says so with a bare Bearer, and knows no OAuth. */
    static Behaviour fixedToken() {
        return new Guarded(
                Guarded.TOKEN,
                false,
                List.of(),
                amending((request, reply) -> reply.status() == 401 ? reply.with(Wire.CHALLENGE, "Bearer") : reply));
    }

    /** Publishes metadata at the root alone, where the challenge leads. */
    static Behaviour metadataAtRoot() {
        return Guarded.byToken(amending((request, reply) -> {
            if (request.path().startsWith(Wire.RESOURCE + "/")) {
                return Wire.nothing();
            }
            String challenge = Wire.challenge(reply).replaceAll(Wire.RESOURCE + "/[^\"]*", Wire.RESOURCE);
            return reply.status() == 401 ? reply.with(Wire.CHALLENGE, challenge) : reply;
        }));
    }

    /** Takes tokens of two authorization servers, one of them an OpenID provider with a path. */
    static Behaviour severalServers() {
        return Guarded.byToken(amending((request, reply) -> {
            String tenant = "http://" + request.header("Host").orElse("") + "/tenant";
            if (request.path().equals("/tenant" + Wire.OPENID)) {
                return Reply.json(200, provider(tenant));
            }
            return reply.status() == 200 && Wire.isResource(request.path())
                    ? document(reply, d -> d.withArray("/authorization_servers").add(tenant))
                    : reply;
        }));
    }

    private static ObjectNode provider(String issuer) {
        ObjectNode document = Wire.serverDocument(issuer).put("jwks_uri", issuer + "/jwks");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.putArray("code_challenge_methods_supported").add("S256");
        return document;
    }

    /** Its authorization server cannot be reached from everywhere. */
    static Behaviour serverOutOfReach() {
        return Guarded.byToken(amending((request, reply) -> reply.status() == 200 && Wire.isResource(request.path())
                ? document(reply, d -> d.putArray("authorization_servers").add("http://127.0.0.1:9"))
                : reply));
    }

    /** Its authorization server is an OpenID provider and nothing else. */
    static Behaviour openIdOnly() {
        return Guarded.byToken(amending(request -> request.path().equals(Wire.SERVER), reply -> Wire.nothing()));
    }

    /** Tells everybody what it is, and wants a token of those who want to know more. */
    static Behaviour openUntilLists() {
        return Wire.admitting(OddDoors::isForEverybody);
    }

    private static boolean isForEverybody(Request request) {
        return request.is("POST") && FOR_EVERYBODY.contains(request.rpcMethod());
    }

    /** Is open, and publishes metadata for what is not. */
    static Behaviour openWithMetadata() {
        return new Behaviour() {
            @Override
            public boolean publishesMetadata() {
                return true;
            }

            @Override
            public Optional<Credential> credential() {
                return Optional.empty();
            }
        };
    }
}
