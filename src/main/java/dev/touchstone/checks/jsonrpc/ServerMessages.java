package dev.touchstone.checks.jsonrpc;

import static dev.touchstone.checks.jsonrpc.Emitted.each;
import static dev.touchstone.checks.jsonrpc.Emitted.member;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of the requests that a server sends, and of the notifications that must have none. */
@Conformance
@Afterwards
class ServerMessages {
    private static final String NOTIFICATION = "notifications/";

    @Verifies("jsonrpc.server-request.id-present")
    void requests_of_the_server_have_a_string_or_an_integer_as_id(Emitted emitted, Catalogue catalogue, Expect expect) {
        List<Received> all = demand("request", emitted.those(message -> isRequest(message, catalogue)), emitted);
        List<Received> requests = all.stream()
                .filter(request -> !request.message().path("id").isNull())
                .toList();
        if (requests.isEmpty()) {
            throw Inconclusive.blockedBy("jsonrpc.server-request.id-not-null", "the id of every request is null");
        }
        each(
                "requests of the server",
                requests,
                message -> isId(message.path("id")),
                "an id that is a string or an integer",
                message -> member(message, "id"),
                expect);
    }

    /** A known request without an id is one all the same; methods that nobody knows can be notifications. */
    private static boolean isRequest(JsonNode message, Catalogue catalogue) {
        String method = message.path("method").asText(NOTIFICATION);
        return !method.startsWith(NOTIFICATION)
                && (message.has("id") || catalogue.serverMessage(method).isPresent());
    }

    private static boolean isId(JsonNode id) {
        return id.isTextual() || Json.isInteger(id);
    }

    @Verifies("jsonrpc.server-request.id-not-null")
    void requests_of_the_server_never_have_null_as_id(Emitted emitted, Catalogue catalogue, Expect expect) {
        List<Received> requests = demand(
                "request", emitted.those(message -> isRequest(message, catalogue) && message.has("id")), emitted);
        each(
                "requests of the server",
                requests,
                message -> !message.path("id").isNull(),
                "an id that is not null",
                message -> member(message, "id"),
                expect);
    }

    @Verifies("jsonrpc.server-request.id-unique")
    void the_server_uses_no_request_id_twice_in_a_session(Emitted emitted, Catalogue catalogue, Expect expect) {
        List<Received> requests = demand(
                "request",
                emitted.those(message -> isRequest(message, catalogue) && isId(message.path("id"))),
                emitted);
        Map<String, List<Received>> byId = new HashMap<>();
        requests.stream()
                .filter(received -> !isReplay(received.exchange()))
                .forEach(received -> byId.computeIfAbsent(
                                session(received.exchange()) + " "
                                        + received.message().path("id"),
                                key -> new ArrayList<>())
                        .add(received));
        requests.stream().limit(3).forEach(received -> expect.seen(received.exchange()));
        List<List<Received>> repeated =
                byId.values().stream().filter(ServerMessages::isReused).toList();
        repeated.forEach(same -> same.forEach(received -> expect.seen(received.exchange())));
        expect.holds(
                repeated.isEmpty(),
                "another id for each request",
                repeated.isEmpty()
                        ? requests.size() + " requests of the server, no id twice in a session"
                        : "the id " + repeated.get(0).get(0).message().path("id") + " came "
                                + repeated.get(0).size() + " times in one session");
    }

    /** The same message on two streams is a broadcast, which another requirement forbids. */
    private static boolean isReused(List<Received> same) {
        long streams = same.stream()
                .map(received -> received.exchange().number())
                .distinct()
                .count();
        long messages = same.stream().map(Received::message).distinct().count();
        return messages > 1 || same.size() > streams;
    }

    private static boolean isReplay(Exchange exchange) {
        return exchange.request().headers().first("Last-Event-ID").isPresent();
    }

    /** The session by its id; a server without ids is taken at its word on a single stream only. */
    private static String session(Exchange exchange) {
        return exchange.request().headers().first(StreamableClient.SESSION_ID).orElse("exchange " + exchange.number());
    }

    @Verifies("jsonrpc.server-notification.no-id")
    void notifications_of_the_server_have_no_id(Emitted emitted, Expect expect) {
        List<Received> notifications = demand(
                "notification",
                emitted.those(message -> message.path("method").asText().startsWith(NOTIFICATION)),
                emitted);
        each(
                "notifications of the server",
                notifications,
                message -> !message.has("id"),
                "no id",
                message -> member(message, "id"),
                expect);
    }

    private static List<Received> demand(String what, List<Received> some, Emitted emitted) {
        if (some.isEmpty()) {
            throw new NotApplicable("none of the " + emitted.messages().size() + " messages that came in this run is a "
                    + what + " of the server");
        }
        return some;
    }
}
