package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.SseEvent;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Servers that look unusual and break no rule: nothing may turn red on them. */
public enum OddServer {

    /** Hands out no session id. */
    NO_SESSIONS(() -> OddBehaviours.sessionId("")),

    /** Answers everything by JSON. */
    JSON_ONLY(() -> OddStreams.streaming(call -> false)),

    /** Answers everything by an event stream, initialize too. */
    SSE_ONLY(() -> OddStreams.streaming(call -> true)),

    /** Sends a priming event under revisions that do not know it. */
    PRIMING_EVENT(() -> new Streaming(UnaryOperator.identity())),

    /** Ends lines by carriage return and line feed. */
    CRLF(() -> OddStreams.framed(text -> text.replace("\n", "\r\n"))),

    /** Ends lines by carriage return alone. */
    CR(() -> OddStreams.framed(text -> text.replace("\n", "\r"))),

    /** Starts streams with a byte order mark. */
    BOM(ByteOrderMark::new),

    /** Writes no space after the colon of a field. */
    DATA_WITHOUT_SPACE(() -> OddStreams.framed(text -> text.replaceAll("(?m)^([a-z]+): ", "$1:"))),

    /** Names the default event type. */
    MESSAGE_NAMED(() -> OddStreams.framed(text -> text.contains("data: {") ? "event: message\n" + text : text)),

    /** Puts comments between events. */
    COMMENTS(() -> OddStreams.between(SseEvent.comment("keepalive"))),

    /** Puts retry fields between events. */
    RETRY(() -> OddStreams.between(SseEvent.retry(2000))),

    /** Puts empty events of type ping between events. */
    PING_EVENT(() -> OddStreams.between(SseEvent.data("").ofType("ping"))),

    /** Logs before it answers. */
    NOTIFICATION_BEFORE_RESPONSE(() -> OddStreams.beforeResponse(LegacyStreams.LOG.ofType(null))),

    /** Closes the streams of lists at once, and has clients come back for the response. */
    POLLED_STREAMS(() -> new Polled(true)),

    /** Puts no id on any event. */
    NO_EVENT_IDS(OddStreams::withoutEventIds),

    /** Replays nothing: whoever resumes a stream gets a fresh one. */
    NO_REPLAY(OddStreams::withoutReplay),

    /** Has no tasks, and ignores who asks for one. */
    NO_TASKS(OddTasks::withoutTasks),

    /** Runs a tool as a task only. */
    TASK_REQUIRED(OddTasks::taskRequired),

    /** Forgets a task when it is cancelled. */
    CANCELLED_TASK_DELETED(OddTasks::cancelledTaskDeleted),

    /** Spreads the JSON of an event over several data lines. */
    MULTI_LINE_DATA(OddStreams::prettyPrinted),

    /** Sends streams byte by byte. */
    ONE_BYTE_PER_CHUNK(OddStreams::byteByByte),

    /** Sends header names in lower case. */
    HEADERS_LOWER_CASE(() -> Behaviour.CONFORMING, OddServer::lowerCase),

    /** Sends header names in capitals. */
    HEADERS_UPPER_CASE(() -> Behaviour.CONFORMING, OddServer::upperCase),

    /** Cannot tell its prompts for the moment. */
    PROMPTS_UNAVAILABLE(() -> Behaviours.answering(
            call -> call.method().equals("prompts/list"),
            response -> Behaviours.error(response, -32603, "the database is down"))),

    /** Adds a charset to its content types. */
    CHARSET(() -> amending((request, reply) -> OddBehaviours.withCharset(reply))),

    /** Gives out a session id of several hundred characters. */
    LONG_SESSION_ID(() -> OddBehaviours.sessionId("!~\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}".repeat(12))),

    /** Puts the time before the random part of a session id. */
    SESSION_ID_BEGINS_WITH_TIME(() ->
            OddBehaviours.sessionIds(() -> Long.toHexString(System.currentTimeMillis()) + "-" + UUID.randomUUID())),

    /** Adds members of its own to results, but for the empty one of ping, and to capabilities. */
    EXTRA_MEMBERS(OddBehaviours::extraMembers),

    /** Lets no client end a session. */
    DELETE_405(() -> intercepting(
            request -> request.is("DELETE") && request.header("Origin").isEmpty(),
            request -> Reply.methodNotAllowed("GET, POST"))),

    /** Answers the end of a session with 200 and a body. */
    DELETE_200(() -> amending(r -> r.is("DELETE"), r -> r.status() == 204 ? OddBehaviours.ended() : r)),

    /** Wants to be asked by somebody else to end a session, and for streams outside of one. */
    DELETE_401(() -> amending(
            r -> Behaviours.atEndpoint(r)
                    && (r.is("DELETE") || (r.is("GET") && r.sessionId().isEmpty())),
            r -> Reply.notice(401, "unauthorized", "only operators may").with("WWW-Authenticate", "Basic"))),

    /** Answers what it cannot read with 200 and the JSON-RPC error that says so. */
    PARSE_ERROR_200(() -> amending(
            r -> r.is("POST") && r.json().isEmpty() && Behaviours.atEndpoint(r),
            r -> r.status() == 400 ? OddBehaviours.unreadable() : r)),

    /** Lives under a path with an escaped space, told apart by a query. */
    ODD_PATH_WITH_QUERY(OddBehaviours::oddPath),

    /** Takes its time for every answer. */
    SLOW(OddBehaviours::slow),

    /** Names draft 7 as the dialect of its schemas, and uses what only that draft has. */
    SCHEMAS_OF_DRAFT_07(OddSchemas::schemasOfDraft07),

    /** Uses what only draft 7 has and names no dialect, where there is no default. */
    SCHEMAS_OF_NO_DIALECT(OddSchemas::schemasOfNoDialect),

    /** Has metadata, icons and titles in every form that is allowed. */
    MANY_KINDS_OF_METADATA(OddSchemas::manyKindsOfMetadata),

    /** Closes the connection after every answer. */
    CONNECTION_CLOSE(() -> amending((request, reply) -> reply.with("Connection", "close"))),

    /** Offers no stream for messages of its own. */
    NO_GET_STREAM(() -> amending(r -> r.is("GET") && Behaviours.atEndpoint(r), OddServer::noStream)),

    /** Allows one stream a session. */
    SECOND_GET_409(OddStreams::oneStream),

    /** Declares no capability and serves nothing beyond the base protocol. */
    NO_CAPABILITIES(OddBehaviours::bare),

    /** Says {@code "id": null} where a request could not be read. */
    ERROR_ID_NULL(() -> amending((request, reply) -> OddBehaviours.withNullId(reply))),

    /** Answers JSON-RPC errors with status 400. */
    STATUS_400_FOR_RPC_ERRORS(
            () -> new PlainAnswers(c -> true, r -> true, r -> OddBehaviours.isError(r) ? r.withStatus(400) : r)),

    /** Takes an empty array for any number of notifications. */
    EMPTY_BATCH_202(() -> intercepting(
            request -> Behaviours.atEndpoint(request)
                    && request.json()
                            .filter(json -> json.isArray() && json.isEmpty())
                            .isPresent(),
            request -> Reply.empty(202))),

    /** Refuses what is no message by the list of problems that its validator found. */
    REFUSAL_IS_A_LIST(() ->
            amending(request -> request.json().filter(JsonNode::isArray).isPresent(), OddBehaviours::listOfProblems)),

    /** Has many tasks, and lists a few of them on a page. */
    MANY_TASKS(OddTasks::manyTasks),

    /** Is done with every task before anybody can ask for it. */
    QUICK_TASKS(OddTasks::quickTasks),

    /** Writes the time of creation in one time zone after the other. */
    TIMES_IN_ZONES(OddTasks::timesInZones),

    /** Has annotations of its own where the revision does not define them. */
    OLD_ANNOTATIONS(OddFeatures::oldAnnotations),

    /** Answers a batch by a stream with one event a response. */
    BATCH_BY_STREAM(() -> amending((request, reply) -> OddStreams.batchAsEvents(reply))),

    /** Lists no tool, and declares tools nevertheless. */
    NO_TOOLS(() -> ToolBehaviours.listing(tools -> tools.removeAll())),

    /** Serves empty lists and no suggestions to whoever asks, without declaring any of it. */
    EMPTY_LIST_UNDECLARED(OddFeatures::emptyUndeclared),

    /** Writes a blob that is null beside the text of a resource. */
    NULL_BLOB_BESIDE_TEXT(OddFeatures::nullBesideText),

    /** Says nothing of its tools that would let anybody call them. */
    TOOLS_UNANNOTATED(() -> ToolBehaviours.listing(tools -> tools.forEach(OddTools::strip))),

    /** Writes the schemas of its tools as the generators of SDKs do. */
    GENERATED_SCHEMAS(() -> ToolBehaviours.listing(tools -> tools.forEach(OddTools::generated))),

    /** Embeds and links resources that no list has, one of them on the web. */
    LINKS_UNLISTED(OddTools::linksUnlisted),

    /** Wraps a plain value as structured content, whose text is the plain value. */
    WRAPPED_VALUE(() -> ToolBehaviours.calling(ToolBehaviours.of(ToolBehaviours.ECHO), OddTools::wrap)),

    /** Tells that a tool does not exist in a result. */
    UNKNOWN_TOOL_IS_A_RESULT(() -> ToolBehaviours.responding(
            call -> ToolBehaviours.toolName(call).startsWith("touchstone"), OddTools::failed)),

    /** Has a tool that cannot go on before an elicitation by URL. */
    ELICITATION_REQUIRED(
            () -> ToolBehaviours.responding(ToolBehaviours.of(ToolBehaviours.SHOWCASE), OddTools::requireElicitation)),

    /** Logs nothing until a level was set, and then plain numbers. */
    SILENT_UNTIL_ASKED(OddTools::silentUntilAsked),

    /** Sends its own messages in an array where the revision has batches. */
    BATCHED_EVENTS(OddStreams::batchedEvents),

    /** Pings on every stream that a GET opens and hangs up at once when nobody answers. */
    PINGS_THEN_HANGS_UP(OddStreams::hangingUp),

    /** Reports progress in fractions to those who ask. */
    PROGRESS_IN_FRACTIONS(() -> Reporter.values(0.25, 0.5, 1)),

    /** Says that a request is invalid where its params are. */
    INVALID_PARAMS_AS_INVALID_REQUEST(() -> Behaviours.answering(
            call -> call.method().equals("resources/read") && !call.params().has("uri"),
            response -> Behaviours.error(response, -32600, "uri is required"))),

    /** Refuses what is no JSON without a word. */
    MALFORMED_WITHOUT_BODY(() -> amending(
            request -> request.is("POST") && request.json().isEmpty(),
            reply -> reply.status() == 400 ? Reply.empty(400) : reply)),

    /** Speaks one old revision only. */
    OLD_ONLY(OddBehaviours::oldOnly),

    /** Says 404 in plain text. */
    PLAIN_404(() -> amending(
            (request, reply) -> reply.status() == 404 ? Reply.text(404, "text/plain", "404 page not found") : reply)),

    /** Announces an absolute URI on its legacy stream. */
    ENDPOINT_ABSOLUTE(OddBehaviours::absoluteEndpoint),

    /** Announces a query only on its legacy stream. */
    ENDPOINT_QUERY_ONLY(() -> LegacyStreams.greeting(
            uri -> List.of(SseEvent.data(uri.substring(uri.indexOf('?'))).ofType("endpoint")))),

    /** Declares tools, resources and prompts, and lists none. */
    EMPTY_LISTS(OddFeatures::emptyLists),

    /** Lists everything on one page and looks at no cursor. */
    ONE_PAGE(OddFeatures::onePage),

    /** Has no method to list templates. */
    NO_TEMPLATES(OddFeatures::noTemplates),

    /** Reads any URI: one that makes its resources up. */
    READS_ANYTHING(OddFeatures::readsAnything),

    /** Suggests nothing for any argument. */
    SUGGESTS_NOTHING(OddFeatures::suggestsNothing),

    /** Lists a directory, with the media type that XDG has for it. */
    DIRECTORIES(() -> Behaviours.both(
            new Renamed("file:///project/"),
            Behaviours.resulting(
                    "resources/list",
                    result -> ((ObjectNode) result.at("/resources/0")).put("mimeType", "inode/directory")))),

    /** Answers a message to the legacy transport with JSON that is no message. */
    SSE_POST_NOTICE(() -> amending(
            r -> LegacyFault.isMessage(r),
            r -> r.status() == 202 ? Reply.text(202, Reply.JSON, "{\"accepted\":true,\"error\":null}") : r)),

    /** Answers a message to the legacy transport in words of another charset than UTF-8. */
    SSE_POST_LATIN_1(() -> amending(
            r -> LegacyFault.isMessage(r), r -> r.status() == 202 ? OddBehaviours.latin1(202, "Accept\u00e9") : r)),

    /** Wants a key in a header, and knows no OAuth. */
    KEY_ONLY(OddDoors::keyOnly),

    /** Wants name and password. */
    BASIC_CREDENTIALS(OddDoors::basic),

    /** Wants a fixed token, says so with a bare Bearer, and knows no OAuth. */
    FIXED_TOKEN(OddDoors::fixedToken),

    /** Publishes resource metadata at the root alone, where its challenge leads. */
    METADATA_AT_ROOT(OddDoors::metadataAtRoot),

    /** Takes tokens of two authorization servers. */
    SEVERAL_AUTHORIZATION_SERVERS(OddDoors::severalServers),

    /** Has an authorization server that only its clients can reach. */
    AUTHORIZATION_SERVER_OUT_OF_REACH(OddDoors::serverOutOfReach),

    /** Has an OpenID provider for an authorization server. */
    OPENID_ONLY(OddDoors::openIdOnly),

    /** Tells everybody what it is, and wants a token for lists. */
    OPEN_UNTIL_LISTS(OddDoors::openUntilLists),

    /** Is open, and publishes metadata for what is not. */
    OPEN_WITH_METADATA(OddDoors::openWithMetadata),

    /** Lets in whom it knows: by a key, and refuses others with 403. */
    KEY_OR_403(() -> Guarded.byKey(
            amending((request, reply) -> reply.status() == 401 ? Reply.notice(403, "forbidden", "no key") : reply))),

    /** Lets in several users by their tokens, of which some have expired, are not enough or for other servers. */
    SEVERAL_TOKENS(() -> Guarded.byTokens(Behaviour.CONFORMING)),

    /** Refuses tokens for other servers with 403, at the gateway before it. */
    FOREIGN_TOKEN_403(OddDoors::foreignToken403),

    /** Compares the whole header with a key that it agreed upon with its clients, and knows no OAuth. */
    KEY_AS_BEARER(OddDoors::keyAsBearer),

    /** Answers credentials of a wrong form with 400. */
    MALFORMED_CREDENTIALS_400(() -> Guarded.byTokens(amending((request, reply) -> reply.status() == 401
                    && OddBehaviours.isMalformed(request.header("Authorization").orElse("Bearer x"))
            ? OddBehaviours.malformed(reply)
            : reply))),

    /** Answers a message to the legacy transport with 200 and nothing. */
    SSE_POST_200(() -> amending(r -> LegacyFault.isMessage(r), r -> r.status() == 202 ? Reply.empty(200) : r));

    private final Supplier<Behaviour> behaviour;
    private final Function<Behaviour, Rig> front;

    OddServer(Supplier<Behaviour> behaviour) {
        this(behaviour, Rig::of);
    }

    OddServer(Supplier<Behaviour> behaviour, Function<Behaviour, Rig> front) {
        this.behaviour = behaviour;
        this.front = front;
    }

    /** What it does otherwise, anew. */
    Behaviour behaviour() {
        return behaviour.get();
    }

    /** Starts the server. */
    public Rig start() {
        return front.apply(behaviour.get());
    }

    private static Rig lowerCase(Behaviour behaviour) {
        return Rig.behind(behaviour, line -> line, line -> named(line, name -> name.toLowerCase(Locale.ROOT)));
    }

    private static Rig upperCase(Behaviour behaviour) {
        return Rig.behind(behaviour, line -> line, line -> named(line, name -> name.toUpperCase(Locale.ROOT)));
    }

    private static String named(String line, UnaryOperator<String> change) {
        int colon = line.startsWith("HTTP/") ? 0 : Math.max(0, line.indexOf(':'));
        return change.apply(line.substring(0, colon)) + line.substring(colon);
    }

    /** Refusals of the guard still come first. */
    private static Reply noStream(Reply reply) {
        boolean refused = reply.status() == 401 || reply.status() == 403;
        return refused ? reply : Reply.methodNotAllowed("POST, DELETE");
    }
}
