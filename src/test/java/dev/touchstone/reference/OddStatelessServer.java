package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.function.Function;
import java.util.function.Supplier;

/** Servers of the stateless revision that look unusual and break no rule: nothing may turn red on them. */
public enum OddStatelessServer {

    /** Answers everything by JSON. */
    JSON_FOR_EVERYTHING(() -> OddStreams.streaming(call -> false)),

    /** Answers every request by an event stream. */
    STREAMS_FOR_EVERYTHING(() -> OddStreams.streaming(call -> true)),

    /** Puts keys of its own into the metadata of every result. */
    KEYS_OF_ITS_OWN(() -> answering(call -> true, response -> {
        if (response.get("result") instanceof ObjectNode result) {
            result.withObject("/_meta").put("com.example/took", 12);
        }
        return response;
    })),

    /** Asks for another round before a tool, a prompt and a resource, as often as it is asked. */
    ASKS_FOR_INPUT(OddStatelessFeatures::askingForInput),

    /** Has the empty text for a cursor. */
    EMPTY_CURSOR(OddStatelessFeatures::emptyCursor),

    /** Returns lists as structured content, as its schemas say. */
    STRUCTURED_LISTS(OddStatelessFeatures::structuredLists),

    /** Lets each page live for another time, the last not at all. */
    TIMES_BY_PAGE(() -> Behaviours.resulting(
            "prompts/list", result -> result.put("ttlMs", result.has("nextCursor") ? 3_600_000 : 0))),

    /** Has an argument repeated in a header, and refuses calls without. */
    ARGUMENT_IN_A_HEADER(OddStatelessFeatures::argumentInHeader),

    /** Takes an empty header for a missing one, so that nothing can be asked for by an empty name. */
    EMPTY_NAME_IS_MISSING(OddStatelessFeatures::emptyNameIsMissing),

    /** Lists no tool, and advertises tools nevertheless. */
    NO_TOOLS_AT_ALL(() -> like(OddServer.NO_TOOLS)),

    /** Advertises tools, resources and prompts, and lists none. */
    EMPTY_LISTS_AT_ALL(() -> like(OddServer.EMPTY_LISTS)),

    /** Lists everything on one page and looks at no cursor. */
    ONE_PAGE_OF_EVERYTHING(() -> like(OddServer.ONE_PAGE)),

    /** Has resources and no method to list templates. */
    NO_TEMPLATES_AT_ALL(() -> like(OddServer.NO_TEMPLATES)),

    /** Has a resource for every URI there can be. */
    READS_ANYTHING_AT_ALL(() -> like(OddServer.READS_ANYTHING)),

    /** Has nothing to suggest. */
    SUGGESTS_NOTHING_AT_ALL(() -> like(OddServer.SUGGESTS_NOTHING)),

    /** Embeds and links resources that no list has. */
    LINKS_TO_ELSEWHERE(() -> like(OddServer.LINKS_UNLISTED)),

    /** Tells that a tool does not exist in a result. */
    UNKNOWN_TOOL_IN_A_RESULT(() -> like(OddServer.UNKNOWN_TOOL_IS_A_RESULT)),

    /** Keeps what it answers for a minute, for the one who asked alone. */
    PRIVATE_CACHES(() -> answering(call -> true, response -> {
        if (response.get("result") instanceof ObjectNode result && result.has("cacheScope")) {
            result.put("cacheScope", "private").put("ttlMs", 60_000);
        }
        return response;
    })),

    /** Says in every result which trace it belongs to. */
    TRACES(() -> answering(call -> true, response -> {
        if (response.get("result") instanceof ObjectNode result) {
            result.withObject("/_meta")
                    .put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01")
                    .put("tracestate", "vendor=opaque, 1tenant@system=a b,")
                    .put("baggage", "user=7;tier=2 , region = eu%20west");
        }
        return response;
    })),

    /** Ends a subscription to nothing at once, and says so. */
    ENDS_EMPTY_SUBSCRIPTIONS(() -> SubscriptionBehaviours.listening(
            JsonNode::isEmpty, (request, reply) -> SubscriptionBehaviours.ended(request, reply, result -> result))),

    /** The schemas of its tools are of an older dialect, and say so. */
    TOOLS_OF_DRAFT_07(() -> SchemaFault.tool(
            tool -> tool.withObject("/inputSchema").put("$schema", "http://json-schema.org/draft-07/schema#"))),

    /** Uses keys of an official extension that it offers. */
    KEYS_OF_AN_EXTENSION(() -> answering(call -> true, response -> {
        if (response.get("result") instanceof ObjectNode result) {
            result.withObject("/_meta").put("io.modelcontextprotocol/sample", 1);
            if (result.get("capabilities") instanceof ObjectNode capabilities) {
                capabilities.withObject("/extensions").putObject("io.modelcontextprotocol/sample");
            }
        }
        return response;
    })),

    /** Makes tasks of calls, for clients that declare the extension. */
    TASKS_OF_AN_EXTENSION(TaskServer::new),

    /** Wants a key in a header, and knows no OAuth. */
    KEY_WITHOUT_SESSIONS(OddDoors::keyOnly),

    /** Tells everybody what it is, and wants a token for lists. */
    OPEN_TO_DISCOVERY(OddDoors::openUntilLists),

    /** Looks whether it speaks the version of the header before it compares that with the metadata. */
    VERSION_OF_THE_HEADER_FIRST(OddStatelessFeatures::versionOfTheHeaderFirst),

    /** Counts in its instructions how often they were read. */
    COUNTS_ITS_READERS(OddStatelessFeatures::countingReaders),

    /** Compares the whole header with a key that it agreed upon with its clients, and knows no OAuth. */
    KEY_AS_BEARER_AT_ALL(OddDoors::keyAsBearer),

    /** Refuses tokens for other servers with 403, at the gateway before it. */
    FOREIGN_TOKEN_403_AT_ALL(OddDoors::foreignToken403),

    /** Lets in several users by their tokens, of which some have expired, are not enough or for other servers. */
    SEVERAL_TOKENS_AT_ALL(() -> Guarded.byTokens(Behaviour.CONFORMING)),

    /** Shows each user other tools, and has each list kept for its user alone. */
    TOOLS_BY_USER(() -> Guarded.byTokens(UserFault.without("bearer.second", "tools/list", "tools", "private"))),

    /** Has an authorization server that only its clients can reach, and speaks the revisions with sessions, too. */
    BOTH_ERAS_OUT_OF_REACH(OddDoors::serverOutOfReach, Rig::ofBothEras),

    /** Speaks the revisions with sessions at the same address. */
    BOTH_ERAS(() -> Behaviour.CONFORMING, Rig::ofBothEras);

    private final Supplier<Behaviour> behaviour;
    private final Function<Behaviour, Rig> rig;

    OddStatelessServer(Supplier<Behaviour> behaviour) {
        this(behaviour, Rig::of);
    }

    OddStatelessServer(Supplier<Behaviour> behaviour, Function<Behaviour, Rig> rig) {
        this.behaviour = behaviour;
        this.rig = rig;
    }

    /** What a server with sessions does, with the members that results have without them. */
    private static Behaviour like(OddServer server) {
        Behaviour odd = server.behaviour();
        return Behaviours.both(odd, new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return StatelessBehaviours.completed(call, response);
            }
        });
    }

    /** Starts the server. */
    public Rig start() {
        return rig.apply(behaviour.get());
    }
}
