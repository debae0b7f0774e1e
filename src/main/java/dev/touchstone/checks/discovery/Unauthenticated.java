package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the endpoint answers a client that has no credentials yet. */
@Shared(Shared.Per.RUN)
final class Unauthenticated {
    /** How many addresses are asked that a server names. */
    private static final int MOST = 3;

    private static final String REVISION = "2025-11-25";
    private static final String SESSION_ID = "Mcp-Session-Id";
    private static final Headers POST =
            Headers.NONE.and("Content-Type", "application/json").and("Accept", "application/json, text/event-stream");
    private static final Headers GET = Headers.NONE.and("Accept", "text/event-stream");

    private final PlainHttp http;
    private final Target target;
    private @Nullable List<Exchange> answers;

    Unauthenticated(PlainHttp http, Target target) {
        this.http = http;
        this.target = target;
    }

    /** The answers to initialize and, unless the server let that in, to GET and DELETE. */
    synchronized List<Exchange> answers() {
        if (answers == null) {
            answers = List.copyOf(ask());
        }
        return answers;
    }

    private List<Exchange> ask() {
        List<Exchange> result = new ArrayList<>();
        JsonNode id = TextNode.valueOf("touchstone-1");
        byte[] initialize = Json.bytes(JsonRpc.request(id, "initialize", Handshake.params(REVISION)));
        Exchange post = http.send("POST", target.url(), POST, initialize);
        result.add(post);
        if (post.succeeded()) {
            post.header(SESSION_ID).ifPresent(this::end);
            return result;
        }
        result.add(http.get(target.url(), GET));
        if (closed(post)) {
            result.add(http.send("DELETE", target.url(), Headers.NONE, new byte[0]));
        }
        return result;
    }

    private void end(String session) {
        Headers headers = Headers.NONE.and(SESSION_ID, session).and("MCP-Protocol-Version", REVISION);
        http.send("DELETE", target.url(), headers, new byte[0]);
    }

    /** The answer that asks for credentials: to initialize, or to the GET that opens an HTTP+SSE connection. */
    Optional<Exchange> refusal() {
        Exchange first = answers().get(0);
        if (closed(first) || answers().size() < 2) {
            return Optional.of(first).filter(Unauthenticated::closed);
        }
        return Optional.of(answers().get(1)).filter(Unauthenticated::closed);
    }

    /** The answers with status 401. */
    List<Exchange> challenged() {
        return answers().stream().filter(answer -> answer.status() == 401).toList();
    }

    /** The metadata addresses that challenges name, as they stand there; of many only the first few. */
    List<String> metadataUrls() {
        return challenged().stream()
                .flatMap(answer -> challenges(answer).stream())
                .flatMap(challenge -> challenge.parameter("resource_metadata").stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    static List<Challenge> challenges(Exchange answer) {
        return Challenge.parse(answer.response()
                .map(response -> response.headers().all("WWW-Authenticate"))
                .orElse(List.of()));
    }

    private static boolean closed(Exchange answer) {
        return answer.status() == 401 || answer.status() == 403;
    }
}
