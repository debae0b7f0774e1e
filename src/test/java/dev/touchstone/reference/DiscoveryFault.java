package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.document;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What servers get wrong about the documents that lead clients to a login. */
enum DiscoveryFault implements Fault {

    /** Well-known addresses crash the server. */
    WELL_KNOWN_500(breaking(
                    "discovery.well-known.absent-404",
                    () -> intercepting(
                            r -> r.path().startsWith("/.well-known/"), r -> Reply.text(500, "text/plain", "Oops")))
            .byPost()),

    /** Every unknown path shows the page of a single-page application. */
    PAGE_FOR_EVERYTHING(breaking(
                    "discovery.well-known.no-false-document",
                    () -> amending(r -> isUnknown(r.path()), r -> r.status() == 404 ? page() : r))
            .byPost()),

    /** Registration is refused with a body that OAuth clients cannot read. */
    REGISTER_404_UNREADABLE(breaking(
                    "discovery.register.absent-survivable",
                    () -> Guarded.byKey(intercepting(r -> r.path().equals("/register"), r -> detail())))
            .byPost()),

    /** A 401 does not say which credential is needed. */
    NO_CHALLENGE(breaking(
                    "discovery.challenge.present",
                    () -> Guarded.byKey(amending((request, reply) ->
                            reply.status() == 401 ? reply.without(DiscoveryFault.CHALLENGE) : reply)))
            .byPost()),

    /** The address of the metadata in the challenge is relative. */
    RELATIVE_METADATA_URL(breaking(
                    "discovery.challenge.resource-metadata-usable",
                    () -> challenging(reply ->
                            reply.with(DiscoveryFault.CHALLENGE, value(reply).replaceAll("http://[^/]+", ""))))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The metadata does not name the resource. */
    RESOURCE_MISSING(breaking("discovery.prm.well-formed", () -> resource(document -> document.remove("resource")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The metadata is about another resource: the address behind a proxy. */
    RESOURCE_OF_ANOTHER(breaking(
                    "discovery.prm.resource-matches",
                    () -> resource(d -> d.put("resource", "https://internal.example/mcp")))
            .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The metadata lies at the root only and the challenge does not lead there. */
    ROOT_FORM_ONLY(breaking("discovery.prm.path-inserted", DiscoveryFault::rootFormOnly)
            .only("2025-11-25", "2026-07-28")),

    /** The metadata at the root and the one with the path differ. */
    FORMS_DISAGREE(
            breaking("discovery.prm.forms-agree", () -> at(DiscoveryFault.PRM::equals, DiscoveryFault::moreServers))
                    .only("2025-06-18", "2025-11-25", "2026-07-28")),

    /** The response types of the authorization server are no list. */
    TYPES_WRONG(breaking(
                    "discovery.as.well-formed",
                    () -> at(DiscoveryFault.AS::equals, d -> d.put("response_types_supported", "code")))
            .byPost()),

    /** The authorization server calls itself by another name. */
    ISSUER_OF_ANOTHER(breaking(
                    "discovery.as.issuer-matches",
                    () -> at(DiscoveryFault.AS::equals, d -> d.put("issuer", "https://login.example")))
            .byPost()),

    /** The OpenID document does not say where the keys lie. */
    KEYS_MISSING(breaking(
                    "discovery.openid.well-formed",
                    () -> at(DiscoveryFault.OPENID::equals, document -> document.remove("jwks_uri")))
            .only("2025-11-25", "2026-07-28"));

    private static final String PRM = "/.well-known/oauth-protected-resource";
    private static final String AS = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String CHALLENGE = "WWW-Authenticate";

    private final Defect defect;

    DiscoveryFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static boolean isUnknown(String path) {
        return !Set.of("/mcp", "/sse", "/messages", "/stateless", "/dual").contains(path);
    }

    private static Reply page() {
        return Reply.text(200, "text/html", "<!doctype html><title>App</title><div id=\"root\"></div>");
    }

    private static Reply detail() {
        return Reply.text(404, Reply.JSON, "{\"detail\":\"Not Found\"}");
    }

    private static String value(Reply reply) {
        return reply.headers().getOrDefault(CHALLENGE, "");
    }

    private static Behaviour challenging(UnaryOperator<Reply> change) {
        return Guarded.byToken(amending((request, reply) -> reply.status() == 401 ? change.apply(reply) : reply));
    }

    private static Behaviour resource(Consumer<ObjectNode> change) {
        return at(path -> path.startsWith(PRM), change);
    }

    private static Behaviour at(Predicate<String> path, Consumer<ObjectNode> change) {
        return Guarded.byToken(amending((request, reply) ->
                reply.status() == 200 && path.test(request.path()) ? document(reply, change) : reply));
    }

    private static void moreServers(ObjectNode document) {
        String known = document.path("authorization_servers").path(0).asText();
        document.putArray("authorization_servers").add(known + "/other");
    }

    private static Behaviour rootFormOnly() {
        return Guarded.byToken(amending((request, reply) -> {
            if (request.path().startsWith(PRM + "/")) {
                return Reply.notice(404, "not_found", "nothing is served here");
            }
            if (request.path().equals(PRM)) {
                return document(reply, d -> d.put("resource", Wire.origin(d)));
            }
            return reply.status() == 401 ? reply.with(CHALLENGE, Wire.withoutMetadata(value(reply))) : reply;
        }));
    }
}
