package dev.touchstone.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code suites/} from the class path. The list of areas is in {@code suites/requirements/index.yaml}. */
final class CatalogueReader {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    Catalogue read() {
        List<Revision> revisions =
                list(load("revisions.yaml").path("revisions"), "revisions.yaml", CatalogueReader::revision);
        List<Area> areas = new ArrayList<>();
        for (JsonNode area : load("requirements/index.yaml").path("areas")) {
            areas.add(area("requirements/" + area.asText() + ".yaml"));
        }
        return new Catalogue(revisions, areas, breakages(), serverMessages());
    }

    private static List<ServerMessage> serverMessages() {
        return list(
                load("server-messages.yaml").path("messages"),
                "server-messages.yaml",
                node -> new ServerMessage(
                        text(node, "method"),
                        text(node, "since"),
                        Optional.ofNullable(node.get("client")).map(JsonNode::asText),
                        Optional.ofNullable(node.get("server")).map(JsonNode::asText)));
    }

    Profile profile(String name) {
        JsonNode root = load("profiles/" + name + ".yaml");
        return new Profile(
                name, root.path("about").asText(), strings(root.path("include")), strings(root.path("exclude")));
    }

    private static Revision revision(JsonNode node) {
        return new Revision(
                text(node, "id"),
                Era.valueOf(text(node, "era").toUpperCase(Locale.ROOT)),
                Transport.of(text(node, "transport")),
                URI.create(text(node, "spec")));
    }

    private static Area area(String file) {
        JsonNode root = load(file);
        String area = text(root, "area");
        return new Area(
                area,
                text(root, "title"),
                root.path("order").asInt(),
                root.path("about").asText(),
                list(root.path("requirements"), file, node -> requirement(area, node)));
    }

    private static Requirement requirement(String area, JsonNode node) {
        return new Requirement(
                text(node, "id"),
                area,
                Level.of(text(node, "level")),
                map(node.path("levels"), Level::of),
                Basis.valueOf(text(node, "basis").toUpperCase(Locale.ROOT)),
                strings(node.path("revisions")),
                text(node, "needs"),
                text(node, "title"),
                text(node, "statement"),
                node.path("expected").asText(),
                node.path("why").asText(),
                node.path("hint").asText(),
                text(node, "clause"),
                map(node.path("clauses"), Function.identity()),
                strings(node.path("also")),
                untested(node.path("untested")));
    }

    private static Optional<Untested> untested(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        Untested.Reason reason = Untested.Reason.valueOf(
                text(node, "reason").toUpperCase(Locale.ROOT).replace('-', '_'));
        Optional<String> into = Optional.ofNullable(node.get("into")).map(JsonNode::asText);
        return Optional.of(new Untested(reason, node.path("text").asText(), into));
    }

    private static List<Breakage> breakages() {
        JsonNode root = load("clients.yaml");
        Map<String, String> names = new HashMap<>();
        root.path("clients").forEach(client -> names.put(text(client, "id"), text(client, "name")));
        return list(root.path("breaks"), "clients.yaml", node -> breakage(node, names));
    }

    private static Breakage breakage(JsonNode node, Map<String, String> names) {
        List<String> clients = strings(node.path("clients")).stream()
                .map(id -> Optional.ofNullable(names.get(id))
                        .orElseThrow(() -> new IllegalArgumentException("no client is called '" + id + "'")))
                .toList();
        return new Breakage(
                text(node, "fault"),
                strings(node.path("requirements")),
                clients,
                text(node, "symptom"),
                text(node, "evidence"),
                strings(node.path("references")).stream().map(URI::create).toList());
    }

    private static <T> List<T> list(JsonNode nodes, String file, Function<JsonNode, T> reader) {
        List<T> result = new ArrayList<>();
        for (JsonNode node : nodes) {
            try {
                result.add(reader.apply(node));
            } catch (IllegalArgumentException e) {
                throw new CatalogueException(
                        "suites/" + file + ", entry " + (result.size() + 1) + ": " + e.getMessage());
            }
        }
        return result;
    }

    private static <T> Map<String, T> map(JsonNode node, Function<String, T> reader) {
        Map<String, T> result = new HashMap<>();
        node.properties()
                .forEach(entry ->
                        result.put(entry.getKey(), reader.apply(entry.getValue().asText())));
        return result;
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> result = new ArrayList<>();
        nodes.forEach(node -> result.add(node.asText()));
        return result;
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.get(member);
        if (value == null || !value.isValueNode() || value.asText().isBlank()) {
            throw new IllegalArgumentException(
                    "'" + member + "' is missing in " + node.path("id").asText("it"));
        }
        return value.asText();
    }

    private static JsonNode load(String file) {
        try (InputStream in = CatalogueReader.class.getResourceAsStream("/suites/" + file)) {
            if (in == null) {
                throw new CatalogueException("suites/" + file + " is missing");
            }
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new CatalogueException("suites/" + file + " cannot be read: " + e.getMessage());
        }
    }
}
