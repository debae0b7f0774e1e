package dev.touchstone.checks.pagination;

import dev.touchstone.checks.parts.Listing;
import dev.touchstone.junit.Lists;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import java.util.List;

/** The lists that can be judged: declared and served. */
final class PagedLists {
    private PagedLists() {}

    /**
     * The lists that were served, their pages taken as evidence.
     *
     * @throws NotApplicable if no list is declared
     */
    static List<Listing> served(Lists lists, Expect expect) {
        List<Listing> declared =
                lists.declared().stream().map(kind -> Listing.of(lists, kind)).toList();
        if (declared.isEmpty()) {
            throw new NotApplicable("the server declares neither tools nor resources nor prompts");
        }
        List<Listing> served =
                declared.stream().filter(listing -> listing.first().succeeded()).toList();
        declared.forEach(listing -> listing.walk().pages().forEach(expect::seen));
        if (served.isEmpty()) {
            throw Inconclusive.blockedBy(
                    lists.blocker(),
                    "no list is served: " + declared.get(0).first().inShort());
        }
        return served;
    }

    /**
     * The lists that came in several pages.
     *
     * @throws NotApplicable if every list came on one page
     */
    static List<Listing> paged(Lists lists, Expect expect) {
        List<Listing> paged = served(lists, expect).stream()
                .filter(listing -> listing.walk().pages().size() > 1)
                .toList();
        if (paged.isEmpty()) {
            throw new NotApplicable("every list of the server came on one page");
        }
        return paged;
    }
}
