package dev.touchstone.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.target.Grant;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tool of the server that was called in the run.
 *
 * @param name its name
 * @param times how often
 * @param grant by which consent
 */
public record CalledTool(String name, int times, Grant grant) {
    /** The tools that were called, by name, as the transcript shows. */
    public static List<CalledTool> in(Transcript transcript, Map<String, Grant> grants) {
        Map<String, Integer> times = new HashMap<>();
        for (Exchange exchange : transcript.all()) {
            Json.parse(exchange.request().body()).stream()
                    .flatMap(Json::each)
                    .filter(message -> message.path("method").asText().equals("tools/call"))
                    .map(message -> message.at("/params/name"))
                    .filter(JsonNode::isTextual)
                    .filter(name -> grants.containsKey(name.asText()))
                    .forEach(name -> times.merge(name.asText(), 1, Integer::sum));
        }
        List<CalledTool> called = new ArrayList<>();
        new TreeMap<>(grants).forEach((name, grant) -> {
            int count = times.getOrDefault(name, 0);
            if (count > 0) {
                called.add(new CalledTool(name, count, grant));
            }
        });
        return called;
    }

    /** The tool in a few words. */
    public String words() {
        return name + " (" + grant.words() + ", " + times + (times == 1 ? " time)" : " times)");
    }

    /** All of them in a sentence's worth. */
    public static String words(List<CalledTool> called) {
        return called.isEmpty()
                ? "none"
                : String.join(", ", called.stream().map(CalledTool::words).toList());
    }
}
