package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;

/**
 * The first steps of a client: the request that opens a conversation and, where that is let in, one for a list, since some
 * servers tell everybody what they are and ask for credentials only then. What was opened is ended.
 */
@Shared(Shared.Per.ERA)
public final class FirstSteps {
    private static final String REVISION = "2025-11-25";
    private static final String SESSION_ID = "Mcp-Session-Id";
    private static final Headers POST =
            Headers.NONE.and("Content-Type", "application/json").and("Accept", "application/json, text/event-stream");

    private final PlainHttp http;
    private final Target target;
    private final McpClient client;

    FirstSteps(PlainHttp http, Target target, McpClient client) {
        this.http = http;
        this.target = target;
        this.client = client;
    }

    /** The answers to a client that sends some headers and no others that could open the server. */
    public List<Exchange> take(Headers extra) {
        List<Exchange> answers = new ArrayList<>();
        Exchange opening = client instanceof StatelessClient ? ask("server/discover", extra) : initialize(extra);
        answers.add(opening);
        if (opening.succeeded()) {
            answers.add(list(opening, extra));
        }
        return List.copyOf(answers);
    }

    private Exchange initialize(Headers extra) {
        return post(request("initialize", Handshake.params(REVISION)), extra);
    }

    private Exchange list(Exchange opening, Headers extra) {
        if (client instanceof StatelessClient) {
            return ask("tools/list", extra);
        }
        Headers session = and(
                extra,
                opening.header(SESSION_ID)
                        .map(id -> Headers.NONE.and(SESSION_ID, id).and("MCP-Protocol-Version", negotiated(opening)))
                        .orElse(Headers.NONE));
        post(Handshake.initialized(), session);
        Exchange list = ask("tools/list", session);
        if (opening.header(SESSION_ID).isPresent()) {
            http.send("DELETE", target.url(), session, new byte[0]);
        }
        return list;
    }

    private static String negotiated(Exchange opening) {
        return opening.messages().stream()
                .map(message -> message.path("result").path("protocolVersion").asText(""))
                .filter(version -> !version.isEmpty())
                .findFirst()
                .orElse(REVISION);
    }

    /** Sends a request without params of its own, in no session unless the headers name one. */
    public Exchange ask(String method, Headers extra) {
        return ask(method, Json.object(), extra);
    }

    /** Sends a request, in no session unless the headers name one. */
    public Exchange ask(String method, ObjectNode params, Headers extra) {
        return client instanceof StatelessClient stateless
                ? post(stateless.request(method, params), extra)
                : post(request(method, params), extra);
    }

    private static ObjectNode request(String method, ObjectNode params) {
        return JsonRpc.request(TextNode.valueOf("touchstone-1"), method, params);
    }

    private Exchange post(ObjectNode message, Headers extra) {
        Headers repeating = client instanceof StatelessClient stateless ? stateless.repeating(message) : Headers.NONE;
        return http.send("POST", target.url(), and(and(POST, repeating), extra), Json.bytes(message));
    }

    private static Headers and(Headers headers, Headers more) {
        Headers all = headers;
        for (Header header : more) {
            all = all.and(header.name(), header.value());
        }
        return all;
    }
}
