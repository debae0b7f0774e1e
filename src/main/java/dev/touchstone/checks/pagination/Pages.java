package dev.touchstone.checks.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists that come in pages. */
@Conformance
class Pages {
    private static final String OPERATIONS = "pagination.operations";

    @Verifies("pagination.operations")
    void lists_take_empty_params_and_the_cursors_they_gave(Session session, Lists lists, Expect expect) {
        Problems problems = new Problems();
        int pages = 0;
        for (Listing listing : PagedLists.served(lists, expect)) {
            Kind kind = listing.kind();
            Reply empty = session.ask(kind.method(), Json.object());
            expect.seen(empty);
            demandAnswer(kind.method(), empty);
            problems.unless(empty.succeeded(), kind.method() + " with empty params:", empty.inShort());
            for (Reply page : listing.walk().pages()) {
                demandAnswer(kind.method(), page);
                problems.unless(page.succeeded(), kind.method() + " with its own cursor:", page.inShort());
                pages++;
            }
        }
        problems.judge(
                expect, "a result with empty params and with the cursor that the server gave", pages + " pages served");
    }

    private static void demandAnswer(String method, Reply reply) {
        if (reply.isLost()) {
            throw Inconclusive.lost(method);
        }
    }

    @Verifies("pagination.next-cursor.string")
    void the_next_cursor_is_a_string(Lists lists, Expect expect) {
        Problems problems = new Problems();
        int cursors = 0;
        for (Listing listing : PagedLists.served(lists, expect)) {
            for (Reply page : listing.walk().pages()) {
                JsonNode cursor = page.result().path("nextCursor");
                cursors += cursor.isMissingNode() ? 0 : 1;
                problems.unless(
                        cursor.isMissingNode() || cursor.isTextual(),
                        listing.kind().method() + ":",
                        "nextCursor is " + Shown.of(cursor));
            }
        }
        if (cursors == 0) {
            throw new NotApplicable("no list of the server has a nextCursor");
        }
        problems.judge(expect, "nextCursor is absent or a string", cursors + " cursors are strings");
    }

    @Verifies("pagination.continues")
    void each_page_goes_on_where_the_last_one_ended(Lists lists, Expect expect) {
        Problems problems = new Problems();
        int pages = 0;
        for (Listing listing : PagedLists.paged(lists, expect)) {
            String method = listing.kind().method();
            demandPages(listing);
            pages += listing.walk().pages().size();
            problems.unless(!listing.walk().repeated(), method + ":", "a cursor came for the second time");
            Map<String, Integer> pageOf = new HashMap<>();
            for (Item item : listing.items()) {
                String key = item.text(listing.kind().key());
                Integer before = pageOf.putIfAbsent(key, item.page());
                problems.unless(
                        key.isEmpty() || before == null || before == item.page(),
                        item.where(),
                        "was on page " + before + " before");
            }
        }
        problems.judge(
                expect, "new items on each page, and an end", pages + " pages without an item of an earlier one");
    }

    private static void demandPages(Listing listing) {
        for (Reply page : listing.walk().pages()) {
            if (!page.succeeded()) {
                throw Inconclusive.blockedBy(OPERATIONS, listing.kind().method() + " with a cursor: " + page.inShort());
            }
        }
    }

    @Verifies("pagination.end.no-cursor")
    void the_last_page_has_no_cursor(Lists lists, Expect expect) {
        Problems problems = new Problems();
        List<String> open = new ArrayList<>();
        List<Listing> served = PagedLists.served(lists, expect);
        for (Listing listing : served) {
            List<Reply> pages = listing.walk().pages();
            JsonNode cursor = pages.get(pages.size() - 1).result().path("nextCursor");
            boolean empty = cursor.isTextual() && cursor.asText().isEmpty();
            problems.unless(!empty, listing.kind().method() + ":", "nextCursor on the last page is \"\"");
            if (!empty && !cursor.isMissingNode()) {
                open.add(listing.kind().method());
            }
        }
        problems.judge(expect, "no nextCursor on the last page", served.size() + " lists end without a cursor");
        if (!open.isEmpty()) {
            throw new Inconclusive("the last page of " + String.join(", ", open) + " was not seen: nextCursor is no"
                    + " string, came for the second time, or there are too many pages to be read");
        }
    }
}
