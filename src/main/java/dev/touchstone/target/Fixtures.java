package dev.touchstone.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.touchstone.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user supplies so that more can be judged.
 *
 * @param tools the tools that may be called, each with its arguments
 */
public record Fixtures(Map<String, ObjectNode> tools) {
    /** Nothing was supplied. */
    public static final Fixtures NONE = new Fixtures(Map.of());

    private static final String TOOLS = "tools";

    /** Copies the tools. */
    public Fixtures {
        tools = Map.copyOf(tools);
    }

    /**
     * Reads a YAML or JSON file of the form <code>tools: {NAME: {ARGUMENT: VALUE}}</code>.
     *
     * @throws IOException if it cannot be read or is of another form
     */
    public static Fixtures read(Path file) throws IOException {
        JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(file));
        if (!root.path(TOOLS).isObject() || root.size() != 1) {
            throw new IOException("it has to have one member, 'tools', that maps names to arguments");
        }
        Map<String, ObjectNode> tools = new LinkedHashMap<>();
        for (var tool : root.path(TOOLS).properties()) {
            tools.put(tool.getKey(), arguments(tool.getKey(), tool.getValue()));
        }
        return new Fixtures(tools);
    }

    private static ObjectNode arguments(String name, JsonNode given) throws IOException {
        if (given instanceof ObjectNode arguments) {
            return arguments;
        } else if (given.isNull()) {
            return Json.object();
        }
        throw new IOException("the arguments of '" + name + "' have to be an object, {} where it needs none");
    }

    /** The arguments to call a tool with, if they were supplied. */
    public Optional<ObjectNode> argumentsOf(String tool) {
        return Optional.ofNullable(tools.get(tool)).map(ObjectNode::deepCopy);
    }
}
