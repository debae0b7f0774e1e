package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Shared;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A few of the listed resources, read once per revision: of each media type one, then others, none of them large. */
@Shared(Shared.Per.DIALECT)
public final class ReadResources {
    private static final int MOST = 5;
    private static final long LARGEST = 1_000_000;

    private final Lists lists;
    private final McpClient client;
    private @Nullable List<Reading> readings;
    private @Nullable Reply unknown;

    /**
     * A resource that was read.
     *
     * @param resource the resource, as it is listed
     * @param reply what came of reading it
     */
    public record Reading(Item resource, Reply reply) {
        /** Whether the resource was read: a result that does not ask for input first. */
        boolean done() {
            return reply.succeeded() && !reply.asksForInput();
        }

        /** Where it was seen, for a reader. */
        public String where() {
            return "resources/read of " + Shown.text(resource.text("uri"));
        }

        /** The contents, each with where it is. */
        List<Item> contents() {
            List<Item> items = new ArrayList<>();
            JsonNode contents = reply.result().path("contents");
            for (int at = 0; contents.isArray() && at < contents.size(); at++) {
                items.add(new Item(contents.get(at), where() + ", /result/contents/" + at + ":", 0));
            }
            return items;
        }
    }

    ReadResources(Lists lists, McpClient client) {
        this.lists = lists;
        this.client = client;
    }

    /** What came of reading a sample. */
    public synchronized List<Reading> readings() {
        if (readings == null) {
            List<Reading> all = new ArrayList<>();
            List<Item> sample = sample();
            if (!sample.isEmpty()) {
                try (Session session = client.connect()) {
                    sample.forEach(resource -> all.add(new Reading(resource, read(session, resource.text("uri")))));
                }
            }
            readings = List.copyOf(all);
        }
        return readings;
    }

    /** The first resource that could be read. */
    public Optional<Reading> readable() {
        return readings().stream().filter(Reading::done).findFirst();
    }

    /** What came of reading a resource that nobody has. */
    synchronized Reply unknown() {
        if (unknown == null) {
            try (Session session = client.connect()) {
                unknown = read(session, unknownUri());
            }
        }
        return unknown;
    }

    private static Reply read(Session session, String uri) {
        return session.ask("resources/read", Json.object().put("uri", uri));
    }

    /** A well-formed URI of a scheme that the server uses, unless templates might take any URI of that scheme. */
    String unknownUri() {
        Set<String> templated = new HashSet<>();
        Listing.of(lists, Kind.TEMPLATES).items().forEach(item -> templated.add(scheme(item.text("uriTemplate"))));
        String scheme = Listing.of(lists, Kind.RESOURCES).items().stream()
                .map(item -> scheme(item.text("uri")))
                .filter(candidate -> candidate.matches("[a-z][a-z0-9+.-]*") && !candidate.startsWith("http"))
                .filter(candidate -> !templated.contains(candidate) && !candidate.equals("data"))
                .findFirst()
                .orElse("touchstone");
        return scheme + (scheme.equals("file") ? ":///" : "://") + "touchstone-" + UUID.randomUUID();
    }

    private static String scheme(String uri) {
        return uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private List<Item> sample() {
        List<Item> candidates = Listing.of(lists, Kind.RESOURCES).items().stream()
                .filter(item -> !item.text("uri").isEmpty())
                .filter(item -> item.json().path("size").asLong() <= LARGEST)
                .toList();
        Set<String> types = new HashSet<>();
        List<Item> sample = new ArrayList<>();
        candidates.stream().filter(item -> types.add(item.text("mimeType"))).forEach(sample::add);
        candidates.stream().filter(item -> !sample.contains(item)).forEach(sample::add);
        return sample.subList(0, Math.min(MOST, sample.size()));
    }
}
