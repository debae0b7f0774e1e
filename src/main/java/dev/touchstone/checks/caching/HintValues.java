package dev.touchstone.checks.caching;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.caching.Cacheable.Hinted;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the hints for caches say. */
@Conformance
class HintValues {
    private static final String TTL = "ttlMs";
    private static final String SCOPE = "cacheScope";
    private static final Set<String> SCOPES = Set.of("public", "private");

    @Verifies("caching.ttl.non-negative-integer")
    void the_time_to_live_is_an_integer_not_below_zero(Cacheable cacheable, Expect expect) {
        judge(TTL, HintValues::isTime, "an integer from 0 on", cacheable, expect);
    }

    /** 3.0 is an integer in the eyes of JSON Schema. */
    private static boolean isTime(JsonNode ttl) {
        return ttl.isNumber() && ttl.asDouble() >= 0 && ttl.asDouble() == Math.rint(ttl.asDouble());
    }

    @Verifies("caching.scope.enum")
    void the_scope_is_public_or_private(Cacheable cacheable, Expect expect) {
        judge(SCOPE, HintValues::isScope, "\"public\" or \"private\"", cacheable, expect);
    }

    private static boolean isScope(JsonNode scope) {
        return scope.isTextual() && SCOPES.contains(scope.asText());
    }

    private static void judge(
            String hint, Predicate<JsonNode> fits, String expected, Cacheable cacheable, Expect expect) {
        List<Hinted> all = cacheable.all();
        List<Hinted> hinted = all.stream().filter(result -> result.has(hint)).toList();
        if (hinted.isEmpty()) {
            all.forEach(result -> expect.seen(result.reply()));
            throw Inconclusive.blockedBy("caching.discover.hints", "no result has " + hint);
        }
        Problems problems = new Problems();
        for (Hinted result : hinted) {
            expect.seen(result.reply());
            JsonNode value = result.reply().result().path(hint);
            problems.unless(fits.test(value), result.where(), hint + " is " + Shown.of(value));
        }
        problems.judge(expect, hint + " is " + expected, hinted.size() + " results with such a " + hint);
    }

    @Verifies("caching.scope.same-on-all-pages")
    void all_pages_of_a_list_have_the_same_scope(Cacheable cacheable, Lists lists, Expect expect) {
        Problems problems = new Problems();
        int judged = 0;
        for (Kind kind : lists.declared()) {
            List<Hinted> pages = cacheable.pages(kind).stream()
                    .filter(page -> page.has(SCOPE))
                    .toList();
            if (pages.size() > 1) {
                judged++;
                pages.forEach(page -> expect.seen(page.reply()));
                Set<String> scopes = pages.stream()
                        .map(page -> Shown.of(page.reply().result().path(SCOPE)))
                        .collect(Collectors.toCollection(TreeSet::new));
                problems.unless(
                        scopes.size() == 1, kind.method() + ":", "its pages have " + String.join(" and ", scopes));
            }
        }
        if (judged == 0) {
            throw new NotApplicable("no list came in several pages that have a " + SCOPE);
        }
        problems.judge(
                expect, "the same " + SCOPE + " on all pages of a list", judged + " lists in pages of one scope");
    }
}
