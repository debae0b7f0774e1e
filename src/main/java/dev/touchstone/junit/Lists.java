package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every list that the server declares, walked page by page to its end, once per revision. Where there are sessions an empty
 * cursor ends a walk, too: most clients take it for none. Without sessions it is a cursor like any other.
 */
@Shared(Shared.Per.DIALECT)
public final class Lists {
    /** More pages than these are not fetched: a list that never ends is judged by what came so far. */
    public static final int MOST_PAGES = 50;

    /** Nor are pages fetched for longer, so that a check that looks at a list of slow pages sees some of it. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Dialect dialect;
    private final McpClient client;
    private final Map<Kind, Walk> walks = new HashMap<>();

    /** The lists there are. */
    public enum Kind {
        /** Tools. */
        TOOLS("tools", "tools/list", "tools", "name"),
        /** Resources. */
        RESOURCES("resources", "resources/list", "resources", "uri"),
        /** Resource templates. */
        TEMPLATES("resources", "resources/templates/list", "resourceTemplates", "uriTemplate"),
        /** Prompts. */
        PROMPTS("prompts", "prompts/list", "prompts", "name");

        private final String capability;
        private final String method;
        private final String member;
        private final String key;

        Kind(String capability, String method, String member, String key) {
            this.capability = capability;
            this.method = method;
            this.member = member;
            this.key = key;
        }

        /** The capability that offers the list. */
        public String capability() {
            return capability;
        }

        /** The method that asks for a page. */
        public String method() {
            return method;
        }

        /** The member of the result that holds the items. */
        public String member() {
            return member;
        }

        /** The member of an item that tells it from the others. */
        public String key() {
            return key;
        }
    }

    /**
     * What came of walking a list.
     *
     * @param kind the list
     * @param pages the reply for each page, the first without a cursor
     * @param repeated whether the walk ended since a cursor came for the second time
     */
    public record Walk(Kind kind, List<Reply> pages, boolean repeated) {
        /** Copies the pages. */
        public Walk {
            pages = List.copyOf(pages);
        }

        /** The items of all pages, in order; whatever is in the array. */
        public List<JsonNode> items() {
            List<JsonNode> items = new ArrayList<>();
            pages.stream()
                    .map(page -> page.result().path(kind.member()))
                    .filter(JsonNode::isArray)
                    .forEach(array -> array.forEach(items::add));
            return items;
        }
    }

    Lists(Dialect dialect, McpClient client) {
        this.dialect = dialect;
        this.client = client;
    }

    /** The lists whose capability the server declares. */
    public List<Kind> declared() {
        return Arrays.stream(Kind.values()).filter(this::declares).toList();
    }

    /** Whether the server declares the capability of a list. */
    public boolean declares(Kind kind) {
        return dialect.offers(kind.capability());
    }

    /**
     * The walk through a list, done when it is first asked for, declared or not.
     *
     * @throws NotConnected if the server opens no session
     */
    public synchronized Walk walk(Kind kind) {
        return walks.computeIfAbsent(kind, this::walked);
    }

    private Walk walked(Kind kind) {
        List<Reply> pages = new ArrayList<>();
        Set<JsonNode> cursors = new HashSet<>();
        Instant end = Instant.now().plus(LONGEST);
        try (Session session = client.connect()) {
            Reply page = session.ask(kind.method());
            pages.add(page);
            JsonNode cursor = page.result().path("nextCursor");
            while (leadsOn(cursor) && pages.size() < MOST_PAGES && Instant.now().isBefore(end)) {
                if (!cursors.add(cursor)) {
                    return new Walk(kind, pages, true);
                }
                page = session.ask(kind.method(), Json.object().set("cursor", cursor));
                pages.add(page);
                cursor = page.result().path("nextCursor");
            }
        }
        return new Walk(kind, pages, false);
    }

    private boolean leadsOn(JsonNode cursor) {
        boolean emptyToo = dialect.revision().era() == Era.STATELESS;
        return cursor.isTextual() && (emptyToo || !cursor.asText().isEmpty());
    }

    /** The requirement that a list which is declared and not served counts against. */
    public String blocker() {
        return dialect.revision().era() == Era.STATEFUL
                ? "lifecycle.initialized.then-operational"
                : "discover.capabilities.advertised-are-served";
    }

    /** The items of a declared list, none where it is not declared. */
    public List<JsonNode> items(Kind kind) {
        return declares(kind) ? walk(kind).items() : List.of();
    }
}
