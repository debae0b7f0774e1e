package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.atEndpoint;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Behaviours.isNotification;
import static dev.touchstone.reference.Behaviours.isRequest;
import static dev.touchstone.reference.Behaviours.text;
import static dev.touchstone.reference.Defect.breaking;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Channel;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What servers get wrong about POST. */
enum PostFault implements Fault {

    /** A session dies with the connection that opened it: state kept per connection. */
    SESSION_DIES_WITH_CONNECTION(breaking("transport.post.independent-connections", BoundToConnection::new)),

    /** Lists are answered as text/plain: a framework's default for strings. */
    LISTS_ARE_PLAIN_TEXT(breaking(
            "transport.post.request-content-type",
            () -> new PlainAnswers(Behaviours::isList, Behaviours::isList, r -> r.with("Content-Type", "text/plain")))),

    /** A single answer is wrapped in an array: code that was written for batches. */
    ANSWER_IN_AN_ARRAY(breaking(
                    "transport.post.json-one-object",
                    () -> new PlainAnswers(
                            Behaviours::isList,
                            Behaviours::isList,
                            r -> Reply.text(200, Reply.JSON, "[" + text(r) + "]")))
            .byPost()),

    /** An unknown method is answered with status 500: errors mapped by a generic handler. */
    UNKNOWN_METHOD_500(breaking(
            "transport.post.request-http-success",
            () -> new PlainAnswers(
                    c -> isUnknown(c.method()), r -> isUnknown(r.rpcMethod()), PostFault::failIfUnknown))),

    /** Notifications are answered 200. */
    NOTIFICATION_200(breaking(
                    "transport.post.notification-202",
                    () -> amending(r -> isNotification(r), r -> ok(r, Reply.empty(200))))
            .byPost()),

    /** The 202 has a body, {@code null}: a framework serializes what an empty handler returns. */
    BODY_AFTER_202(breaking(
                    "transport.post.202-no-body",
                    () -> amending(r -> isNotification(r), r -> ok(r, Reply.text(202, Reply.JSON, "null"))))
            .byPost()),

    /** The answer to a notification is 202 and stays open, as if something were to come. */
    OPEN_AFTER_202(breaking(
            "transport.post.202-no-body",
            () -> amending(
                    r -> isNotification(r) && atEndpoint(r),
                    r -> ok(r, Reply.stream(List.of(), new Channel(over -> {})).withStatus(202))))),

    /** A notification whose method is a number is accepted. */
    MALFORMED_NOTIFICATION_202(breaking(
            "transport.post.unacceptable-error-status", () -> intercepting(malformed(), r -> Reply.empty(202)))),

    /** A body that is no JSON crashes the parser: the framework answers 500. */
    PARSE_ERROR_500(breaking(
            "transport.post.unparsable-http-error",
            () -> amending(
                    r -> r.is("POST") && r.json().isEmpty() && atEndpoint(r),
                    r -> r.status() == 400 ? r.withStatus(500) : r))),

    /** Integer ids are refused by a validator that knows strings only: published as a gateway over FastAPI. */
    INTEGER_IDS_REFUSED(breaking(
            "jsonrpc.request.id-types-accepted",
            () -> amending(r -> hasIntegerId(r) && !r.asks("initialize"), PostFault::unprocessable))),

    /** While a stream of the session is open, its POSTs are refused: a server with one worker. */
    ONE_STREAM_AT_A_TIME(breaking("transport.multi.concurrent-streams", OneAtATime::new)),

    /** Header names in capitals are not recognised: a dictionary instead of a header map. */
    CAPITAL_HEADERS_IGNORED(breaking("transport.headers.case-insensitive", () -> Behaviour.CONFORMING)
            .in(behaviour -> Rig.behind(behaviour, PostFault::hideCapitals, line -> line))),

    /** Header names in small letters are not recognised. */
    SMALL_HEADERS_IGNORED(breaking("transport.headers.case-insensitive", () -> Behaviour.CONFORMING)
            .in(behaviour -> Rig.behind(behaviour, PostFault::hideSmall, line -> line))),

    /** PUT and PATCH crash the server. */
    STRANGE_METHOD_500(breaking(
            "transport.method.unsupported-405",
            () -> intercepting(
                    r -> atEndpoint(r) && (r.is("PUT") || r.is("PATCH")),
                    r -> Reply.text(500, "text/plain", "Internal Server Error"))));

    private final Defect defect;

    PostFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Reply ok(Reply reply, Reply instead) {
        return reply.status() == 202 ? instead : reply;
    }

    private static boolean isUnknown(String method) {
        return !method.equals("ping") && !method.matches("(tools|resources|prompts|logging|completion)/.*");
    }

    private static Reply unprocessable(Reply reply) {
        return reply.status() == 200 ? SeedServers.unprocessableId() : reply;
    }

    private static Reply failIfUnknown(Reply reply) {
        return text(reply).contains("\"code\":-32601") ? reply.withStatus(500) : reply;
    }

    private static Predicate<Request> malformed() {
        return r -> r.session().isPresent()
                && isNotification(r)
                && r.json().orElseThrow().path("method").isNumber();
    }

    private static boolean hasIntegerId(Request request) {
        return atEndpoint(request)
                && isRequest(request)
                && request.json().orElseThrow().path("id").isIntegralNumber();
    }

    private static String hideSmall(String line) {
        return line.startsWith("mcp-") ? "X-Ignored: 1" : line;
    }

    private static String hideCapitals(String line) {
        String name = line.substring(0, Math.max(0, line.indexOf(':')));
        return name.startsWith("MCP-") && name.equals(name.toUpperCase(Locale.ROOT)) ? "X-Ignored: 1" : line;
    }
}
