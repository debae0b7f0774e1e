package dev.touchstone.checks.sse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.LegacySseSession;
import dev.touchstone.client.Until;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream from its opening on, with a message of each kind sent to the announced URI. Other than a session it goes on
 * when something is refused, so that it shows what is wrong with the opening itself.
 */
@Shared(Shared.Per.DIALECT)
final class Conversation {
    private static final List<String> LISTED = List.of("prompts", "resources", "tools");

    private final LegacySseClient client;
    private final Dialect dialect;
    private @Nullable Opening opening;

    Conversation(LegacySseClient client, Dialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    /** What was seen, all of it evidence. */
    synchronized Opening seenBy(Expect expect) {
        if (opening == null) {
            opening = open();
        }
        expect.seen(opening.stream());
        opening.posts().forEach(posted -> expect.seen(posted.post()));
        return opening;
    }

    private Opening open() {
        try (LegacySseSession session = client.open()) {
            List<Posted> posts = session.messageUrl().isPresent() ? talk(session) : List.of();
            return new Opening(session.received(), session.announced(), session.messageUrl(), posts);
        }
    }

    private List<Posted> talk(LegacySseSession session) {
        Posted initialize =
                ask(session, "initialize", Handshake.params(client.revision().id()));
        List<Posted> posts = new ArrayList<>(List.of(initialize));
        if (initialize.answered() || initialize.answeredInBody()) {
            posts.add(tell(session, Handshake.initialized()));
            posts.add(ask(session, "ping", Json.object()));
            posts.add(tell(session, unexpectedResponse(session.nextId())));
            lists(session, posts);
        }
        return posts;
    }

    /** Stops at the first list that does not come, since waiting for the others would show nothing new. */
    private void lists(LegacySseSession session, List<Posted> posts) {
        for (String capability : LISTED) {
            if (dialect.capabilities().has(capability)) {
                Posted list = ask(session, capability + "/list", Json.object());
                posts.add(list);
                if (!list.answered()) {
                    return;
                }
            }
        }
    }

    private Posted ask(LegacySseSession session, String method, ObjectNode params) {
        ObjectNode request = JsonRpc.request(session.nextId(), method, params);
        Exchange post = session.post(request).send();
        Posted posted = new Posted(request, post, false);
        boolean given = posted.answeredInBody() || posted.unreachable();
        boolean answered = given
                ? session.received().responseTo(request.get("id")).isPresent()
                : session.stream()
                        .await(
                                Until.responseTo(request.get("id")),
                                client.http().limits().answer());
        return new Posted(request, post, answered);
    }

    private static Posted tell(LegacySseSession session, JsonNode message) {
        return new Posted(message, session.post(message).send(), false);
    }

    private static ObjectNode unexpectedResponse(JsonNode id) {
        ObjectNode response = Json.object().put("jsonrpc", "2.0");
        response.set("id", id);
        response.set("result", Json.object());
        return response;
    }
}
