package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every list that the server declares, walked page by page to its end, once per revision. */
@Shared(Shared.Per.DIALECT)
public final class Lists {
    /** More pages than these are not fetched: a list that never ends is judged by what came so far. */
    public static final int MOST_PAGES = 50;

    private final Dialect dialect;
    private final McpClient client;
    private final Map<Kind, Walk> walks = new HashMap<>();

    /** The lists there are. */
    public enum Kind {
        /** Tools. */
        TOOLS("tools", "tools/list", "tools"),
        /** Resources. */
        RESOURCES("resources", "resources/list", "resources"),
        /** Resource templates. */
        TEMPLATES("resources", "resources/templates/list", "resourceTemplates"),
        /** Prompts. */
        PROMPTS("prompts", "prompts/list", "prompts");

        private final String capability;
        private final String method;
        private final String member;

        Kind(String capability, String method, String member) {
            this.capability = capability;
            this.method = method;
            this.member = member;
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
            pages.forEach(page -> page.result().path(kind.member()).forEach(items::add));
            return items;
        }

        /** Whether the walk was given up since there were too many pages. */
        public boolean endless() {
            return repeated || pages.size() >= MOST_PAGES;
        }
    }

    Lists(Dialect dialect, McpClient client) {
        this.dialect = dialect;
        this.client = client;
    }

    /** Whether the server declares the capability of a list. */
    public boolean declares(Kind kind) {
        return dialect.feature(kind.capability()).offered().orElse(false);
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
        try (Session session = client.connect()) {
            Reply page = session.ask(kind.method());
            pages.add(page);
            JsonNode cursor = page.result().path("nextCursor");
            while (cursor.isTextual() && pages.size() < MOST_PAGES) {
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

    /** The items of a declared list, none where it is not declared. */
    public List<JsonNode> items(Kind kind) {
        return declares(kind) ? walk(kind).items() : List.of();
    }
}
