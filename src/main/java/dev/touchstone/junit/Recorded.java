package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Judge;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server sent in the whole run under one revision, for the checks of classes that are marked
 * {@link Afterwards}: by then all others are done. Conversations that asked for another revision are left out.
 */
@Shared(Shared.Per.DIALECT)
public final class Recorded {
    private static final String AMBIGUOUS = "";

    /** Whether the answer to a POST may be a message: over HTTP+SSE messages come on the stream. */
    private final boolean answeredByPost;

    private final Dialect dialect;
    private final List<Exchange> exchanges;
    private final List<Received> messages = new ArrayList<>();

    Recorded(Dialect dialect, McpClient client) {
        this.dialect = dialect;
        String revision = dialect.revision().id();
        this.answeredByPost = !(client instanceof LegacySseClient);
        List<Exchange> all = client.http().transcript().all().stream()
                .filter(exchange -> exchange.revision().equals(revision))
                .toList();
        Set<String> foreign = foreignSessions(all, revision);
        this.exchanges = all.stream()
                .filter(exchange -> !isForeign(exchange, foreign, revision))
                .toList();
        Map<String, String> asked = asked(exchanges);
        exchanges.forEach(exchange -> exchange.messages().stream()
                .filter(JsonNode::isObject)
                .forEach(message -> messages.add(received(exchange, message, asked))));
    }

    private static Set<String> foreignSessions(List<Exchange> all, String revision) {
        Set<String> ids = new HashSet<>();
        for (Exchange exchange : all) {
            if (asksForAnother(exchange, revision)) {
                exchange.header(StreamableClient.SESSION_ID).ifPresent(ids::add);
            }
        }
        return ids;
    }

    private static boolean isForeign(Exchange exchange, Set<String> foreign, String revision) {
        Optional<String> version = exchange.request().headers().first(StreamableClient.PROTOCOL_VERSION);
        Optional<String> session = exchange.request().headers().first(StreamableClient.SESSION_ID);
        return asksForAnother(exchange, revision)
                || version.filter(named -> !named.equals(revision)).isPresent()
                || session.filter(foreign::contains).isPresent();
    }

    private static boolean asksForAnother(Exchange exchange, String revision) {
        return sent(exchange).stream()
                .filter(message -> message.path("method").asText().equals("initialize"))
                .anyMatch(message ->
                        !message.at("/params/protocolVersion").asText().equals(revision));
    }

    /** The methods of our requests by purpose and id; where an id was used for several, nobody can tell. */
    private static Map<String, String> asked(List<Exchange> exchanges) {
        Map<String, String> methods = new HashMap<>();
        for (Exchange exchange : exchanges) {
            for (JsonNode message : sent(exchange)) {
                String method = message.path("method").asText();
                methods.merge(key(exchange, message), method, (one, other) -> one.equals(other) ? one : AMBIGUOUS);
            }
        }
        return methods;
    }

    private static List<JsonNode> sent(Exchange exchange) {
        return Json.parse(exchange.request().body()).stream()
                .flatMap(Json::each)
                .filter(message -> message.isObject() && message.has("method"))
                .toList();
    }

    private static String key(Exchange exchange, JsonNode message) {
        return exchange.purpose() + " " + message.path("id");
    }

    private static Received received(Exchange exchange, JsonNode message, Map<String, String> asked) {
        Received.Kind kind = Received.kindOf(message);
        if (message.has("method")) {
            return new Received(exchange, message, kind, message.path("method").asText());
        }
        String own = sent(exchange).stream()
                .filter(request -> JsonRpc.matches(message.path("id"), request.path("id")))
                .map(request -> request.path("method").asText())
                .findFirst()
                .orElseGet(() -> asked.getOrDefault(key(exchange, message), AMBIGUOUS));
        return new Received(exchange, message, kind, own);
    }

    /** The exchanges of the run under this revision, in order. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** All messages that the server sent under this revision, in the order of their exchanges. */
    public List<Received> messages() {
        return List.copyOf(messages);
    }

    /**
     * Whether it is meant to be a message of JSON-RPC. Other JSON comes as well: in refusals, as documents, and in answers
     * to GET and DELETE.
     */
    public boolean isMessage(Received received) {
        Exchange exchange = received.exchange();
        boolean answer = exchange.succeeded() && exchange.request().method().equals("POST");
        return exchange.isEventStream() || received.message().has("jsonrpc") || (answeredByPost && answer);
    }

    /** The messages of one kind. */
    public List<Received> messages(Received.Kind kind) {
        return messages.stream().filter(received -> received.kind() == kind).toList();
    }

    /** The results that conversations of this revision begin with: of initialize, or of discovery. */
    public List<Received> openings() {
        return results(dialect.revision().era() == Era.STATEFUL ? "initialize" : "server/discover");
    }

    /** The requirement that all that is recorded stands on. */
    public String opening() {
        return Judge.opening(dialect.revision());
    }

    /** The results of one method. */
    public List<Received> results(String method) {
        return messages.stream()
                .filter(received -> received.kind() == Received.Kind.RESULT
                        && received.method().equals(method))
                .toList();
    }
}
