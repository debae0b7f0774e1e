package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.document;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Body;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What servers that do authorization get wrong for clients that have no token yet, or one that nobody issued. */
public enum AuthorizationFault implements Fault {

    /** Who has no token is forbidden to ask. */
    MISSING_TOKEN_403(breaking(
                    "auth.401.when-unauthorized",
                    () -> refusing((request, reply) -> isBare(request) ? reply.withStatus(403) : reply))
            .byPost()),

    /** A 401 does not say that a token is needed. */
    NO_BEARER_CHALLENGE(breaking(
                    "auth.www-authenticate.bearer", () -> refusing((r, reply) -> reply.without(Wire.CHALLENGE)))
            .byPost()),

    /** Two filters name the scope. */
    SCOPE_TWICE(breaking("auth.www-authenticate.params-once", () -> challenging(c -> c + ", scope=\"mcp\""))
            .byPost()),

    /** A scope has quotes in it. */
    SCOPE_QUOTED(breaking(
                    "auth.www-authenticate.char-sets",
                    () -> challenging(c -> c.replace("scope=\"mcp\"", "scope=\"mcp:\\\"all\\\"\"")))
            .byPost()),

    /** Who brings no token is told that it is invalid. */
    ERROR_WITHOUT_TOKEN(breaking(
                    "auth.www-authenticate.no-error-without-token",
                    () -> challenging(c -> c.contains("error=") ? c : c + ", error=\"invalid_token\""))
            .byPost()),

    /** Who brings a wrong token is not told. */
    NO_ERROR_FOR_WRONG_TOKEN(breaking(
                    "auth.www-authenticate.error-invalid-token",
                    () -> challenging(c -> c.replace(", error=\"invalid_token\"", "")))
            .byPost()),

    /** The challenge names no metadata where it has to. */
    METADATA_NOT_IN_CHALLENGE(
            breaking("auth.www-authenticate.resource-metadata", () -> challenging(Wire::withoutMetadata))
                    .only("2025-06-18")),

    /** The metadata lies below the endpoint, where no client looks. */
    METADATA_BELOW_ENDPOINT(breaking("auth.discovery.header-or-well-known", AuthorizationFault::belowEndpoint)
            .only("2025-11-25", "2026-07-28")),

    /** There is no resource metadata. */
    NO_RESOURCE_METADATA(breaking("auth.prm.implemented", () -> without(Wire::isResource))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The challenge names no scope. */
    NO_SCOPE(breaking("auth.www-authenticate.scope", () -> challenging(c -> c.replace(", scope=\"mcp\"", "")))
            .only("2025-11-25", "2026-07-28")),

    /** Each challenge names another scope. */
    CHANGING_SCOPE(breaking("auth.scopes.consistent", AuthorizationFault::changingScope)
            .only("2025-11-25", "2026-07-28")),

    /** The document at the root writes the origin with a slash. */
    SLASH_AT_THE_END(breaking(
                    "auth.prm.no-trailing-slash",
                    () -> at(Wire.RESOURCE::equals, d -> d.put("resource", Wire.origin(d) + "/")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** A list in the metadata is empty. */
    EMPTY_LIST(breaking(
                    "auth.prm.no-empty-arrays",
                    () -> at(Wire::isResource, d -> d.putArray("dpop_signing_alg_values_supported")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The metadata lists no scopes. */
    SCOPES_NOT_LISTED(breaking(
                    "auth.prm.scopes-supported", () -> at(Wire::isResource, d -> d.remove("scopes_supported")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** Tokens are taken in the body only. */
    TOKENS_IN_BODY(breaking(
                    "auth.prm.bearer-methods",
                    () -> at(
                            Wire::isResource,
                            d -> d.putArray("bearer_methods_supported").add("body")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** Answers are signed by nothing. */
    ALGORITHM_NONE(breaking(
                    "auth.prm.no-alg-none",
                    () -> at(
                            Wire::isResource,
                            d -> d.putArray("resource_signing_alg_values_supported")
                                    .add("RS256")
                                    .add("none")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** Lasting access is among the scopes of the resource. */
    OFFLINE_ACCESS(breaking(
                    "auth.no-offline-access",
                    () -> at(
                            Wire::isResource,
                            d -> d.withArray("/scopes_supported").add("offline_access")))
            .stateless()),

    /** Who brings a wrong token is forbidden to ask. */
    WRONG_TOKEN_403(breaking(
                    "auth.401.invalid-token",
                    () -> refusing((r, reply) -> Wire.hasToken(r) ? reply.withStatus(403) : reply))
            .byPost()),

    /** A JWT is read and not validated. */
    JWT_DECODED_ONLY(breaking("auth.token.foreign-issuer", () -> Wire.admitting(AuthorizationFault::isSignedJwt))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** An empty token is one too few for the filter. */
    EMPTY_TOKEN_500(breaking(
                    "auth.400.malformed",
                    () -> Guarded.byToken(intercepting(
                            r -> r.header("Authorization")
                                    .filter(value -> value.strip().equals("Bearer"))
                                    .isPresent(),
                            r -> Reply.text(500, "text/plain", "Index 1 out of bounds for length 1"))))
            .byPost()),

    /** Unknown methods are told from known ones before the token is looked at. */
    ROUTED_FIRST(breaking(
                    "auth.before-processing",
                    () -> Guarded.byToken(
                            intercepting(r -> isBare(r) && r.rpcMethod().startsWith("touchstone/"), r -> unknown(r))))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** What the server is stands in the refusal. */
    RESULT_IN_REFUSAL(breaking(
                    "auth.token.no-data-to-unauthorized",
                    () -> refusing((r, reply) ->
                            r.is("DELETE") && isBare(r) && r.sessionId().isEmpty() ? withResult(reply) : reply))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** There is no metadata of the authorization server, and clients have to guess. */
    NO_SERVER_METADATA(breaking("auth.as.metadata.2025-03-26", () -> without(Wire.SERVER::equals))
            .only("2025-03-26")),

    /** The metadata of the authorization server lies under the path of the endpoint. */
    SERVER_METADATA_UNDER_PATH(breaking("auth.as.metadata-at-root.2025-03-26", AuthorizationFault::underPath)
            .only("2025-03-26")),

    /** There is no metadata, and nothing where clients guess. */
    NO_DEFAULT_ENDPOINTS(breaking(
                    "auth.as.fallback-endpoints.2025-03-26",
                    () -> without(
                            path -> Wire.isResource(path) || path.equals(Wire.SERVER) || path.equals("/authorize")))
            .only("2025-03-26")),

    /** Only devices without a keyboard get a token. */
    GRANT_FOR_DEVICES(breaking(
                    "auth.as.grant-types.2025-03-26",
                    () -> at(
                            Wire.SERVER::equals,
                            d -> d.putArray("grant_types_supported")
                                    .add("urn:ietf:params:oauth:grant-type:device_code")))
            .only("2025-03-26")),

    /** The authorization server that is named says nothing of itself. */
    SILENT_SERVER_OF_JUNE(breaking("auth.as.metadata.2025-06-18", () -> without(Wire::isServer))
            .only("2025-06-18")),

    /** The authorization server that is named says nothing of itself. */
    SILENT_SERVER(breaking("auth.as.metadata.2025-11-25", () -> without(Wire::isServer))
            .only("2025-11-25", "2026-07-28")),

    /** Signed assertions are taken, by algorithms that nobody knows. */
    ALGORITHMS_NOT_LISTED(breaking(
                    "auth.as.metadata.signing-algs",
                    () -> at(
                            Wire.SERVER::equals,
                            d -> d.withArray("/token_endpoint_auth_methods_supported")
                                    .add("private_key_jwt")))
            .byPost()),

    /** PKCE is not announced. */
    PKCE_NOT_ANNOUNCED(breaking(
                    "auth.as.pkce.advertised",
                    () -> at(Wire.SERVER::equals, d -> d.remove("code_challenge_methods_supported")))
            .only("2025-11-25", "2026-07-28")),

    /** Nobody can register. */
    NO_REGISTRATION(breaking(
                    "auth.as.dcr.should", () -> at(Wire.SERVER::equals, d -> d.remove("registration_endpoint")))
            .only("2025-03-26", "2025-06-18")),

    /** Client ids in the form of URLs are not announced. */
    NO_CLIENT_DOCUMENTS(breaking(
                    "auth.as.cimd",
                    () -> at(Wire.SERVER::equals, d -> d.remove("client_id_metadata_document_supported")))
            .only("2025-11-25", "2026-07-28"));

    private final Defect defect;

    AuthorizationFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static boolean isBare(Request request) {
        return request.header("Authorization").isEmpty();
    }

    private static Behaviour refusing(BiFunction<Request, Reply, Reply> change) {
        return Guarded.byToken(
                amending((request, reply) -> reply.status() == 401 ? change.apply(request, reply) : reply));
    }

    private static Behaviour challenging(UnaryOperator<String> change) {
        return refusing((request, reply) -> reply.with(Wire.CHALLENGE, change.apply(Wire.challenge(reply))));
    }

    private static Behaviour changingScope() {
        AtomicInteger number = new AtomicInteger();
        return challenging(c -> c.replace("scope=\"mcp\"", "scope=\"mcp:" + number.incrementAndGet() + "\""));
    }

    private static Behaviour at(Predicate<String> path, Consumer<ObjectNode> change) {
        return Guarded.byToken(amending((request, reply) ->
                reply.status() == 200 && path.test(request.path()) ? document(reply, change) : reply));
    }

    /** Documents are not there, and if it is the resource metadata no challenge names it. */
    private static Behaviour without(Predicate<String> path) {
        boolean resource = path.test(Wire.RESOURCE);
        return Guarded.byToken(amending((request, reply) -> {
            if (path.test(request.path())) {
                return Wire.nothing();
            }
            return resource && reply.status() == 401
                    ? reply.with(Wire.CHALLENGE, Wire.withoutMetadata(Wire.challenge(reply)))
                    : reply;
        }));
    }

    /** The document at the root is the one that is found below the endpoint. */
    private static Behaviour belowEndpoint() {
        return without(Wire::isResource, "/.well-known/oauth-protected-resource", request -> {
            String endpoint = request.path().substring(0, request.path().indexOf("/.well-known/"));
            String origin = "http://" + request.header("Host").orElse("");
            ObjectNode document = JsonNodeFactory.instance.objectNode().put("resource", origin + endpoint);
            document.putArray("authorization_servers").add(origin);
            return Reply.json(200, document);
        });
    }

    private static Behaviour underPath() {
        return Guarded.byToken(amending((request, reply) -> {
            String path = request.path();
            if (Wire.isResource(path) || path.equals(Wire.SERVER)) {
                return Wire.nothing();
            } else if (path.startsWith(Wire.SERVER + "/")) {
                return Reply.json(
                        200,
                        Wire.serverDocument("http://" + request.header("Host").orElse("")));
            }
            return reply;
        }));
    }

    private static Behaviour without(
            Predicate<String> path, String tail, java.util.function.Function<Request, Reply> there) {
        return Guarded.byToken(amending((request, reply) -> {
            if (path.test(request.path())) {
                return Wire.nothing();
            } else if (request.path().endsWith(tail)) {
                return there.apply(request);
            }
            return reply.status() == 401
                    ? reply.with(Wire.CHALLENGE, Wire.withoutMetadata(Wire.challenge(reply)))
                    : reply;
        }));
    }

    private static boolean isSignedJwt(Request request) {
        String[] parts = request.header("Authorization")
                .orElse("")
                .replace("Bearer ", "")
                .split("\\.");
        return parts.length == 3
                && !new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8).contains("none");
    }

    private static Reply unknown(Request request) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0");
        answer.set("id", request.json().orElseThrow().get("id"));
        answer.putObject("error").put("code", -32601).put("message", "Method not found");
        return Reply.json(404, answer);
    }

    private static Reply withResult(Reply reply) {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}}";
        return reply.withBody(new Body.Fixed(text.getBytes(StandardCharsets.UTF_8)));
    }
}
