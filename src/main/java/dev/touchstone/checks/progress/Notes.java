package dev.touchstone.checks.progress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Shared;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The progress that was reported in the run under one revision, and the tokens that our requests carried. */
@Shared(Shared.Per.DIALECT)
final class Notes {
    private final Recorded recorded;
    private final Set<JsonNode> tokens = new HashSet<>();
    private final Map<String, List<JsonNode>> requests = new HashMap<>();

    Notes(Recorded recorded) {
        this.recorded = recorded;
        for (Exchange exchange : recorded.exchanges()) {
            Json.parse(exchange.request().body()).stream()
                    .flatMap(Json::each)
                    .filter(message -> !token(message).isMissingNode())
                    .forEach(message -> {
                        tokens.add(token(message));
                        requests.computeIfAbsent(exchange.purpose(), purpose -> new ArrayList<>())
                                .add(message);
                    });
        }
    }

    private static JsonNode token(JsonNode request) {
        return request.at("/params/_meta/progressToken");
    }

    /**
     * All of them in order.
     *
     * @throws NotApplicable if there are none
     */
    List<Received> all() {
        List<Received> notes = recorded.messages().stream()
                .filter(received -> isNote(received.message()))
                .toList();
        if (notes.isEmpty()) {
            throw new NotApplicable(
                    "none of the " + recorded.messages().size() + " messages that came in this run reports progress");
        }
        return notes;
    }

    static boolean isNote(JsonNode message) {
        return message.path("method").asText().equals("notifications/progress");
    }

    /** Whether a token was sent, type and value the same. */
    boolean supplied(JsonNode token) {
        return tokens.stream().anyMatch(sent -> JsonRpc.sameId(sent, token));
    }

    /** Whether a token was sent that reads the same, such as "7" for 7. */
    boolean similar(JsonNode token) {
        return tokens.stream().anyMatch(sent -> JsonRpc.matches(token, sent));
    }

    /** How many reports came on a stream after the response to the request with their token. */
    long late(Exchange stream) {
        Set<JsonNode> done = new HashSet<>();
        long late = 0;
        for (JsonNode message : stream.messages()) {
            if (JsonRpc.isResponse(message) && !message.path("result").has("task")) {
                requests.getOrDefault(stream.purpose(), List.of()).stream()
                        .filter(request -> JsonRpc.matches(message.path("id"), request.path("id")))
                        .forEach(request -> done.add(token(request)));
            } else if (isNote(message) && done.contains(message.at("/params/progressToken"))) {
                late++;
            }
        }
        return late;
    }
}
