package dev.touchstone.checks.caching;

import dev.touchstone.checks.caching.Cacheable.Hinted;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.resources.ReadResources;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import java.util.List;

/** The hints for caches are on every result that may be kept. */
@Conformance
class CacheHints {
    private static final List<String> HINTS = List.of("ttlMs", "cacheScope");

    @Verifies("caching.discover.hints")
    void discovery_may_be_kept(Cacheable cacheable, Discovered discovered, Expect expect) {
        discovered.succeeded();
        judge(cacheable.discovery(), expect);
    }

    @Verifies("caching.tools-list.hints")
    void the_list_of_tools_may_be_kept(Cacheable cacheable, Lists lists, Expect expect) {
        judge(Kind.TOOLS, cacheable, lists, expect);
    }

    @Verifies("caching.prompts-list.hints")
    void the_list_of_prompts_may_be_kept(Cacheable cacheable, Lists lists, Expect expect) {
        judge(Kind.PROMPTS, cacheable, lists, expect);
    }

    @Verifies("caching.resources-list.hints")
    void the_list_of_resources_may_be_kept(Cacheable cacheable, Lists lists, Expect expect) {
        judge(Kind.RESOURCES, cacheable, lists, expect);
    }

    @Verifies("caching.templates-list.hints")
    void the_list_of_templates_may_be_kept(Cacheable cacheable, Lists lists, Expect expect) {
        Listing listing = Listing.of(lists, Kind.TEMPLATES);
        if (listing.first().code() == ErrorCode.METHOD_NOT_FOUND) {
            expect.seen(listing.first());
            throw new NotApplicable("the server has no templates: resources/templates/list got "
                    + listing.first().inShort());
        }
        judge(Kind.TEMPLATES, cacheable, lists, expect);
    }

    private static void judge(Kind kind, Cacheable cacheable, Lists lists, Expect expect) {
        Listing.of(lists, kind).served(expect);
        judge(cacheable.pages(kind), expect);
    }

    @Verifies("caching.resources-read.hints")
    void what_was_read_may_be_kept(Cacheable cacheable, ReadResources resources, Expect expect) {
        if (resources.readings().isEmpty()) {
            throw new NotApplicable("no resource is listed that could be read");
        }
        judge(cacheable.reads(), expect);
    }

    private static void judge(List<Hinted> results, Expect expect) {
        if (results.isEmpty()) {
            throw new Inconclusive("no complete result came that could carry hints");
        }
        Problems problems = new Problems();
        for (Hinted result : results) {
            expect.seen(result.reply());
            for (String hint : HINTS) {
                problems.unless(result.has(hint), result.where(), "has no " + hint);
            }
        }
        problems.judge(expect, "ttlMs and cacheScope in each complete result", results.size() + " results with both");
    }
}
