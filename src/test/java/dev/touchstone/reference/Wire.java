package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** The addresses, headers and documents that lead clients to a sign-in. */
final class Wire {
    static final String CHALLENGE = "WWW-Authenticate";
    static final String RESOURCE = "/.well-known/oauth-protected-resource";
    static final String SERVER = "/.well-known/oauth-authorization-server";
    static final String OPENID = "/.well-known/openid-configuration";

    private static final Credential TOKEN = Credential.bearer("t");

    private Wire() {}

    static boolean isResource(String path) {
        return path.startsWith(RESOURCE);
    }

    /** Whether it is about an authorization server, of either kind. */
    static boolean isServer(String path) {
        return path.equals(SERVER) || path.equals(OPENID);
    }

    static String challenge(Reply reply) {
        return reply.headers().getOrDefault(CHALLENGE, "");
    }

    static String withoutMetadata(String challenge) {
        return challenge.replaceAll(", resource_metadata=\"[^\"]*\"", "");
    }

    static String origin(ObjectNode document) {
        URI resource = URI.create(document.path("resource").asText());
        return resource.getScheme() + "://" + resource.getAuthority();
    }

    static Reply nothing() {
        return Reply.notice(404, "not_found", "nothing is served here");
    }

    /** Whether a bearer token comes in the right form. */
    static boolean hasToken(Request request) {
        return request.header("Authorization")
                .filter(value -> value.matches("Bearer \\S+"))
                .isPresent();
    }

    static ObjectNode serverDocument(String origin) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("issuer", origin);
        document.put("authorization_endpoint", origin + "/authorize");
        document.put("token_endpoint", origin + "/token");
        document.putArray("response_types_supported").add("code");
        return document;
    }

    /** A server with OAuth metadata that also admits others than the right token. */
    static Behaviour admitting(Predicate<Request> others) {
        return new Behaviour() {
            @Override
            public Optional<Credential> credential() {
                return Optional.of(TOKEN);
            }

            @Override
            public boolean publishesMetadata() {
                return true;
            }

            @Override
            public boolean admits(Request request) {
                return TOKEN.isPresentedBy(request) || others.test(request);
            }
        };
    }
}
