package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Which arguments of tools a stateless client repeats in headers, as far as lists of tools have said so: the members of an
 * input schema, at any depth below {@code properties}, that are annotated with the name of a header.
 */
public final class MirroredArguments {
    private static final String PREFIX = "Mcp-Param-";
    private static final String ANNOTATION = "x-mcp-header";
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final int DEEPEST = 20;

    private final Map<String, List<Mirrored>> tools = new ConcurrentHashMap<>();

    private record Mirrored(String header, List<String> path) {}

    /** Notes what a list of tools says of its arguments. */
    void learn(JsonNode listed) {
        for (JsonNode tool : listed) {
            List<Mirrored> mirrored = new ArrayList<>();
            collect(tool.path("inputSchema"), List.of(), mirrored);
            tools.put(tool.path("name").asText(), List.copyOf(mirrored));
        }
    }

    private static void collect(JsonNode schema, List<String> path, List<Mirrored> found) {
        if (path.size() > DEEPEST) {
            return;
        }
        for (var property : schema.path("properties").properties()) {
            List<String> longer = new ArrayList<>(path);
            longer.add(property.getKey());
            String name = property.getValue().path(ANNOTATION).asText();
            if (TOKEN.matcher(name).matches()) {
                found.add(new Mirrored(PREFIX + name, List.copyOf(longer)));
            }
            collect(property.getValue(), longer, found);
        }
    }

    /** The headers of a call: one for each such argument that is given and is a string, an integer or a boolean. */
    Headers of(JsonNode params) {
        Headers headers = Headers.NONE;
        for (Mirrored mirrored : tools.getOrDefault(params.path("name").asText(), List.of())) {
            JsonNode value = params.path("arguments");
            for (String step : mirrored.path()) {
                value = value.path(step);
            }
            if (value.isTextual() || value.isIntegralNumber() || value.isBoolean()) {
                headers = headers.and(mirrored.header(), StatelessClient.encoded(value.asText()));
            }
        }
        return headers;
    }
}
