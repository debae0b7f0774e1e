package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Messages of every method, right ones written by hand and wrong ones made of them; the same ones every time. */
final class Corpus {
    private static final Map<String, Kind> KINDS =
            Map.of("results", Kind.RESULT, "requests", Kind.REQUEST, "notifications", Kind.NOTIFICATION);

    /** The types of results, and one of an extension. */
    private static final List<String> TYPES = List.of("complete", "input_required", "task");

    private Corpus() {}

    /** A message of a method. */
    record Sample(boolean ofServer, Kind kind, String method, JsonNode message) {}

    /** The messages of an era written by hand. */
    static List<Sample> seeds(Era era) {
        List<Sample> samples = new ArrayList<>();
        JsonNode file = read(era == Era.STATEFUL ? "seeds.json" : "seeds-stateless.json");
        for (String side : List.of("server", "client")) {
            boolean server = side.equals("server");
            KINDS.forEach((chapter, kind) -> file.path(side)
                    .path(chapter)
                    .fields()
                    .forEachRemaining(entry -> entry.getValue()
                            .forEach(value -> samples.add(
                                    new Sample(server, kind, entry.getKey(), message(kind, entry.getKey(), value))))));
            file.path(side)
                    .path("errors")
                    .forEach(error -> samples.add(new Sample(server, Kind.ERROR, "", response("error", error))));
        }
        return samples;
    }

    /** Some of the messages that differ from a seed in one or two places. */
    static List<Sample> mutants(Era era, int perSeed) {
        Random random = new Random(20251125);
        List<Sample> mutants = new ArrayList<>();
        for (Sample seed : seeds(era)) {
            if (seed.message().path("result").has("resultType")) {
                TYPES.forEach(type -> mutants.add(retyped(seed, type)));
            }
            List<JsonNode> once = Mutations.of(seed.message());
            for (int i = 0; i < Math.min(perSeed, once.size()); i++) {
                JsonNode mutant = once.size() <= perSeed ? once.get(i) : once.get(random.nextInt(once.size()));
                mutants.add(new Sample(seed.ofServer(), seed.kind(), seed.method(), mutant));
                if (i % 8 == 0) {
                    List<JsonNode> twice = Mutations.of(mutant);
                    JsonNode second = twice.get(random.nextInt(twice.size()));
                    mutants.add(new Sample(seed.ofServer(), seed.kind(), seed.method(), second));
                }
            }
        }
        return mutants;
    }

    private static Sample retyped(Sample seed, String type) {
        ObjectNode message = seed.message().deepCopy();
        message.withObject("/result").put("resultType", type);
        return new Sample(seed.ofServer(), seed.kind(), seed.method(), message);
    }

    private static JsonNode message(Kind kind, String method, JsonNode value) {
        if (kind == Kind.RESULT) {
            return response("result", value);
        }
        ObjectNode message =
                kind == Kind.REQUEST ? JsonRpc.request(IntNode.valueOf(1), method) : JsonRpc.notification(method);
        return value.isNull() ? message : message.set("params", value);
    }

    private static JsonNode response(String member, JsonNode value) {
        ObjectNode message = Json.object().put("jsonrpc", "2.0").put("id", 1);
        return message.set(member, value);
    }

    private static JsonNode read(String file) {
        try (InputStream in = Corpus.class.getResourceAsStream(file)) {
            return Json.parse(in.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
