package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What servers without sessions get wrong when they say what they are. */
enum DiscoverFault implements Fault {

    /** Discovery is an unknown method: a framework of the earlier revisions under a new version. */
    DISCOVER_UNKNOWN(breaking(
            "discover.implemented",
            () -> answering(call -> call.method().equals("server/discover"), r -> error(r, -32601, "unknown method")))),

    /** The supported versions are one string. */
    VERSIONS_ARE_ONE_STRING(
            breaking("discover.supported-versions", () -> discovering(r -> r.put("supportedVersions", "2026-07-28")))),

    /** The list of versions was not updated. */
    OWN_VERSION_NOT_LISTED(breaking(
            "discover.supported-versions.includes-requested",
            () -> StatelessBehaviours.supporting(
                    versions -> versions.removeAll().add("2025-11-25")))),

    /** The server says who it is where an earlier draft had it. */
    SERVER_INFO_AT_THE_TOP(breaking(
            "discover.server-info",
            () -> discovering(r ->
                    r.set("serverInfo", ((ObjectNode) r.path("_meta")).remove("io.modelcontextprotocol/serverInfo"))))),

    /** The title of the server is a number: a template that was filled with a build number. */
    TITLE_IS_A_NUMBER(breaking(
            "discover.server-info.shape",
            () -> discovering(r ->
                    r.withObject("/_meta/io.modelcontextprotocol~1serverInfo").put("title", 5)))),

    /** A capability is true instead of an object. */
    TOOLS_CAPABILITY_IS_TRUE(breaking(
            "discover.capabilities.shape",
            () -> discovering(r -> r.withObject("/capabilities").put("tools", true)))),

    /** Completions are advertised and not there. */
    ADVERTISES_TOO_MUCH(breaking(
            "discover.capabilities.advertised-are-served",
            () -> answering(
                    call -> call.method().equals("completion/complete"), r -> error(r, -32601, "unknown method")))),

    /** An advertised list crashes, and the framework answers by its error page. */
    ADVERTISED_LIST_ERROR_PAGE(
            breaking("discover.capabilities.advertised-are-served", () -> Behaviours.failing("prompts/list"))),

    /** An advertised list is never available. */
    ADVERTISED_LIST_UNAVAILABLE(breaking(
            "discover.capabilities.advertised-are-served",
            () -> answering(
                    call -> call.method().equals("resources/list"),
                    r -> error(r, -32603, "no such table: resources")))),

    /** Prompts are served and not advertised. */
    ADVERTISES_TOO_LITTLE(breaking(
            "discover.capabilities.unadvertised-not-found",
            () -> discovering(r -> r.withObject("/capabilities").remove("prompts")))),

    /** The instructions are a list of paragraphs. */
    INSTRUCTIONS_IN_PARAGRAPHS(breaking(
            "discover.instructions.type",
            () -> discovering(r -> r.putArray("instructions").add("Be brief.")))),

    /** A connection on which nothing was discovered gets no list. */
    LISTS_AFTER_DISCOVERY_ONLY(
            breaking("discover.optional-for-clients", Strangers::new).alone());

    private final Defect defect;

    DiscoverFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour discovering(Consumer<ObjectNode> change) {
        return StatelessBehaviours.discovering(change);
    }

    /** Serves lists only on connections that carried another request before. */
    private static final class Strangers implements Behaviour {
        private final Set<Integer> known = ConcurrentHashMap.newKeySet();

        @Override
        public Optional<Reply> intercept(Request request) {
            boolean first = known.add(request.peerPort());
            return first && request.rpcMethod().endsWith("/list")
                    ? Optional.of(Reply.text(400, "text/plain", "who are you?"))
                    : Optional.empty();
        }
    }
}
