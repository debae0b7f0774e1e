package dev.touchstone.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OAuth metadata for a server that is its own authorization server, at least on paper. */
final class Metadata {

    private static final String RESOURCE = "/.well-known/oauth-protected-resource";

    private final String origin;
    private final List<String> endpoints;

    /** Metadata about endpoints of one origin; the document at the root is about the first. */
    Metadata(URI first, List<String> others) {
        this.origin = first.getScheme() + "://" + first.getAuthority();
        this.endpoints =
                Stream.concat(Stream.of(first.getRawPath()), others.stream()).toList();
    }

    /** Where the document about the endpoint with a path lies. */
    String resourceUrl(String path) {
        return origin + RESOURCE + (endpoints.contains(path) ? path : endpoints.get(0));
    }

    Optional<Reply> serve(String path) {
        for (String endpoint : endpoints) {
            if (path.equals(RESOURCE) || path.equals(RESOURCE + endpoint)) {
                return Optional.of(Reply.json(200, resource(endpoint)));
            }
        }
        return switch (path) {
            case "/.well-known/oauth-authorization-server" -> Optional.of(Reply.json(200, server()));
            case "/.well-known/openid-configuration" -> Optional.of(Reply.json(200, openId()));
            case "/register" ->
                Optional.of(Reply.notice(400, "invalid_client_metadata", "this server registers no clients"));
            case "/authorize" ->
                Optional.of(Reply.notice(400, "invalid_request", "a client_id of a client that is known is needed"));
            default -> Optional.empty();
        };
    }

    private ObjectNode resource(String path) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("resource", origin + path);
        document.putArray("authorization_servers").add(origin);
        document.putArray("scopes_supported").add("mcp");
        document.putArray("bearer_methods_supported").add("header");
        return document;
    }

    private ObjectNode server() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("issuer", origin);
        document.put("authorization_endpoint", origin + "/authorize");
        document.put("token_endpoint", origin + "/token");
        document.put("registration_endpoint", origin + "/register");
        document.putArray("response_types_supported").add("code");
        document.putArray("grant_types_supported").add("authorization_code").add("refresh_token");
        document.putArray("token_endpoint_auth_methods_supported").add("none");
        document.putArray("code_challenge_methods_supported").add("S256");
        document.put("client_id_metadata_document_supported", true);
        document.putArray("scopes_supported").add("mcp");
        return document;
    }

    private ObjectNode openId() {
        ObjectNode document = server().put("jwks_uri", origin + "/jwks");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        return document;
    }
}
