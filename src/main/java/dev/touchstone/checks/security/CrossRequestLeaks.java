package dev.touchstone.checks.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether what one client says comes out at another. */
@Conformance
class CrossRequestLeaks {

    @Verifies("security.no-cross-request-leak")
    void what_one_client_says_is_not_told_to_another(StatelessClient client, Discovered discovered, Expect expect) {
        String secret = "touchstone-" + UUID.randomUUID();
        say(secret, client, discovered).forEach(expect::seen);
        List<Exchange> answers = say("touchstone-" + UUID.randomUUID(), client, discovered);
        if (answers.stream().allMatch(answer -> answer.response().isEmpty())) {
            throw new Inconclusive("the second client got no answer at all");
        }
        for (Exchange answer : answers) {
            boolean leaks = new String(answer.body(), StandardCharsets.UTF_8).contains(secret);
            String method =
                    answer.request().headers().first(StatelessClient.METHOD).orElse("");
            expect.seen(answer)
                    .holds(
                            !leaks,
                            "nothing in the answer to " + method + " that another client said before",
                            leaks ? secret + ", which another client said" : "nothing of that");
        }
    }

    /** Says a word wherever a client can say one without being served; nothing is called or changed. */
    private static List<Exchange> say(String word, StatelessClient client, Discovered discovered) {
        List<ObjectNode> requests = new ArrayList<>();
        discovered.servedMethods().forEach(method -> requests.add(client.request(method)));
        JsonNode capabilities = discovered.reply().result().path("capabilities");
        if (capabilities.has("tools")) {
            ObjectNode params = Json.object().put("name", word);
            params.putObject("arguments").put("text", word);
            requests.add(client.request("tools/call", params));
        }
        if (capabilities.has("resources")) {
            requests.add(client.request("resources/read", Json.object().put("uri", "touchstone://" + word)));
        }
        if (capabilities.has("prompts")) {
            requests.add(client.request("prompts/get", Json.object().put("name", word)));
        }
        List<Exchange> answers = new ArrayList<>();
        for (ObjectNode request : requests) {
            ObjectNode meta = (ObjectNode) request.path("params").path("_meta");
            meta.putObject(StatelessClient.CLIENT_KEY).put("name", word).put("version", "1.0.0");
            answers.add(client.post(request).onNewConnection().send());
        }
        return answers;
    }
}
