package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.resulting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import java.util.List;

/** What servers without sessions get wrong about hints for caches. */
enum CachingFault implements Fault {

    /** Discovery says nothing of time. */
    DISCOVERY_WITHOUT_TIME(breaking("caching.discover.hints", () -> without("server/discover", "ttlMs"))),

    /** The list of tools says nothing of scope. */
    TOOLS_WITHOUT_SCOPE(breaking("caching.tools-list.hints", () -> without("tools/list", "cacheScope"))),

    /** Only the first page of prompts has hints. */
    LATER_PAGES_WITHOUT_HINTS(breaking(
            "caching.prompts-list.hints",
            () -> answering(
                    call -> call.method().equals("prompts/list")
                            && call.params().has("cursor"),
                    response -> {
                        if (response.get("result") instanceof ObjectNode result) {
                            result.remove(List.of("ttlMs", "cacheScope"));
                        }
                        return response;
                    }))),

    /** The list of resources has no hints. */
    RESOURCES_WITHOUT_HINTS(
            breaking("caching.resources-list.hints", () -> without("resources/list", "ttlMs", "cacheScope"))),

    /** The list of templates was forgotten. */
    TEMPLATES_WITHOUT_HINTS(
            breaking("caching.templates-list.hints", () -> without("resources/templates/list", "ttlMs", "cacheScope"))),

    /** Contents have no hints: a handler of earlier revisions. */
    CONTENTS_WITHOUT_HINTS(
            breaking("caching.resources-read.hints", () -> without("resources/read", "ttlMs", "cacheScope"))),

    /** The time is a text for people. */
    TIME_IN_WORDS(breaking(
            "caching.ttl.non-negative-integer", () -> resulting("tools/list", result -> result.put("ttlMs", "5m")))),

    /** The time is negative: the end of one that is over. */
    TIME_BELOW_ZERO(breaking(
            "caching.ttl.non-negative-integer", () -> resulting("resources/read", result -> result.put("ttlMs", -1)))),

    /** The scope is a word of HTTP. */
    SCOPE_OF_HTTP(breaking(
            "caching.scope.enum", () -> resulting("server/discover", result -> result.put("cacheScope", "no-store")))),

    /** The last page of a list is for one client only. */
    SCOPE_CHANGES(breaking(
            "caching.scope.same-on-all-pages",
            () -> resulting("prompts/list", result -> {
                if (!result.has("nextCursor")) {
                    result.put("cacheScope", "private");
                }
            })));

    private final Defect defect;

    CachingFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour without(String method, String... hints) {
        return resulting(method, result -> result.remove(List.of(hints)));
    }
}
