package dev.touchstone.checks.mrtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which requests a server may answer with a question. */
@Conformance
class Interim {
    private static final List<String> LISTS =
            List.of("prompts/list", "resources/list", "resources/templates/list", "tools/list");

    @Verifies("mrtr.only-supported-methods")
    void discovery_lists_and_completion_never_ask_for_input(
            StatelessClient client, Discovered discovered, Dialect dialect, Expect expect) {
        int results = 0;
        for (String method : methods(dialect)) {
            Reply able = client.ask(capable(client.request(method, params(method))));
            Reply unable = method.equals("server/discover") ? discovered.reply() : client.ask(method, params(method));
            for (Reply reply : List.of(able, unable)) {
                expect.that(method, reply).holds(!reply.asksForInput(), "no result that asks for input");
                results += reply.succeeded() ? 1 : 0;
            }
        }
        if (results == 0) {
            throw Inconclusive.blockedBy("discover.implemented", "neither discovery nor a list got a result");
        }
    }

    private static List<String> methods(Dialect dialect) {
        List<String> methods = new ArrayList<>(List.of("server/discover"));
        LISTS.stream()
                .filter(method -> offers(dialect, method.substring(0, method.indexOf('/'))))
                .forEach(methods::add);
        if (offers(dialect, "completions")) {
            methods.add("completion/complete");
        }
        return methods;
    }

    private static boolean offers(Dialect dialect, String capability) {
        return dialect.offers(capability);
    }

    /** Completion is asked for a prompt that nobody has. */
    private static ObjectNode params(String method) {
        ObjectNode params = Json.object();
        if (method.equals("completion/complete")) {
            params.putObject("ref").put("type", "ref/prompt").put("name", "touchstone-" + UUID.randomUUID());
            params.putObject("argument").put("name", "name").put("value", "");
        }
        return params;
    }

    /** A request of a client that can be asked anything. */
    private static ObjectNode capable(ObjectNode request) {
        ObjectNode capabilities = request.withObject("/params/_meta").putObject(StatelessClient.CAPABILITIES_KEY);
        capabilities.putObject("roots");
        ObjectNode elicitation = capabilities.putObject("elicitation");
        elicitation.putObject("form");
        elicitation.putObject("url");
        ObjectNode sampling = capabilities.putObject("sampling");
        sampling.putObject("tools");
        sampling.putObject("context");
        return request;
    }
}
