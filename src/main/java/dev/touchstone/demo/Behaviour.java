package dev.touchstone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The decisions of the server that can be taken otherwise; every default conforms.
 *
 * <p>Servers that are wrong on purpose, or odd but right, replace single decisions, so that the conforming code knows
 * nothing of them.
 */
public interface Behaviour {

    /** The server as it should be. */
    Behaviour CONFORMING = new Behaviour() {};

    /** The revisions spoken at the Streamable HTTP endpoint, newest first. */
    default List<String> revisions() {
        return List.of("2025-11-25", "2025-06-18", "2025-03-26");
    }

    /** The path and query of the Streamable HTTP endpoint. */
    default String endpoint() {
        return "/mcp";
    }

    /** What every request has to carry; empty for an open server. */
    default Optional<Credential> credential() {
        return Optional.empty();
    }

    /** The tokens that are known beside the credential. */
    default List<Pass> passes() {
        return List.of();
    }

    /** Whether a known token opens the server to a request. */
    default boolean honours(Pass pass, Request request) {
        return pass.isValid();
    }

    /** The scope that a request needs and a known token does not give. */
    default Optional<String> lacks(Pass pass, Request request) {
        return pass.lacks(request);
    }

    /** Whom a known token stands for at a request. */
    default String userOf(Pass pass, Request request) {
        return pass.user();
    }

    /** Whom a request comes from; everybody who has the credential is the same to the server. */
    default String user(Request request) {
        return pass(request).map(pass -> userOf(pass, request)).orElse("");
    }

    /** The known token that a request carries. */
    default Optional<Pass> pass(Request request) {
        return passes().stream().filter(pass -> pass.isPresentedBy(request)).findFirst();
    }

    /** Whether the server publishes OAuth metadata about itself. */
    default boolean publishesMetadata() {
        return false;
    }

    /** Whether a request carries what it has to. */
    default boolean admits(Request request) {
        return credential().map(needed -> needed.isPresentedBy(request)).orElse(true)
                || pass(request).filter(pass -> honours(pass, request)).isPresent();
    }

    /** Whether a page of this origin may talk to the server. */
    default boolean trusts(Request request, String origin) {
        return Origins.isLocal(origin);
    }

    /** Whether the version header names a revision that the server can serve. */
    default boolean understands(Request request, String version) {
        return revisions().contains(version);
    }

    /** The revision answered to a client that asks for one. */
    default String negotiate(String asked, List<String> supported) {
        return supported.contains(asked) ? asked : supported.get(0);
    }

    /** The id of a new session; empty if the server keeps none. */
    default Optional<String> newSessionId() {
        return Optional.of(UUID.randomUUID().toString());
    }

    /** The id of a new task. */
    default String newTaskId() {
        return UUID.randomUUID().toString();
    }

    /** The revision whose rules hold for a session. */
    default String revisionOf(Session session) {
        return session.revision();
    }

    /** Whether a call is answered by an event stream; asked only if the client accepts one. */
    default boolean streams(Call call) {
        boolean late = call.revision().compareTo("2025-11-25") >= 0;
        return !call.method().equals("initialize") && (late || !tells(call).isEmpty());
    }

    /** Whether a server without sessions looks after a rule at this request. */
    default boolean enforces(StatelessRule rule, Request request) {
        return true;
    }

    /** Answers in place of the server; empty leaves the request to it. */
    default Optional<Reply> intercept(Request request) {
        return Optional.empty();
    }

    /** Has the last word on a reply. */
    default Reply amend(Request request, Reply reply) {
        return reply;
    }

    /** Has the last word on a JSON-RPC response, before it is put into a reply. */
    default ObjectNode answer(Call call, ObjectNode response) {
        return response;
    }

    /** What is said ahead of the response to a call. */
    default List<JsonNode> tells(Call call) {
        return call.context().told();
    }

    /** The events that open a legacy stream: the endpoint event with the URI for messages. */
    default List<SseEvent> greeting(Session session, String messageUri) {
        return List.of(SseEvent.data(messageUri).ofType("endpoint"));
    }

    /** The bytes of one event on the stream that answers a request. */
    default byte[] frame(Request request, SseEvent event) {
        return event.encoded();
    }

    /** The stream that a body is written to. */
    default OutputStream wire(Request request, OutputStream out) {
        return out;
    }

    /** How long an idle stream stays silent before a comment is sent, which also tells that the client has gone. */
    default Duration keepAlive() {
        return Duration.ofSeconds(15);
    }

    /** Told when a client has left a stream that was still open. */
    default void streamLost(Request request) {}
}
