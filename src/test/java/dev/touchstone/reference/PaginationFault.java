package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.resulting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What servers get wrong about lists in pages. */
enum PaginationFault implements Fault {

    /** The cursor that was given is refused. */
    OWN_CURSOR_REFUSED(breaking(
                    "pagination.operations",
                    () -> answering(
                            call -> call.method().equals("prompts/list")
                                    && call.params().has("cursor"),
                            response -> error(response, -32602, "unknown cursor")))
            .inEveryEra()),

    /** Params without a member are refused. */
    EMPTY_PARAMS_REFUSED(breaking(
                    "pagination.operations",
                    () -> answering(
                            call -> call.method().equals("tools/list")
                                    && call.params().isObject()
                                    && call.params().isEmpty(),
                            response -> error(response, -32602, "cursor is required")))
            .everywhere()),

    /** The last page has null for a cursor. */
    NEXT_CURSOR_NULL(breaking(
                    "pagination.next-cursor.string",
                    () -> resulting("tools/list", result -> result.putNull("nextCursor")))
            .inEveryEra()),

    /** The only page has an empty cursor, which is one like any other without sessions, and nobody takes it. */
    EMPTY_CURSOR_NOT_TAKEN(breaking(
                    "pagination.operations", () -> resulting("tools/list", result -> result.put("nextCursor", "")))
            .stateless()),

    /** The cursor is ignored, so that the first page comes again. */
    CURSOR_IGNORED(breaking("pagination.continues", () -> new FirstPage()).inEveryEra()),

    /** Each page begins with the last item of the one before. */
    PAGES_OVERLAP(breaking(
                    "pagination.continues",
                    () -> answering(
                            call -> call.method().equals("prompts/list")
                                    && call.params().has("cursor"),
                            PaginationFault::overlapping))
            .inEveryEra()),

    /** Prompts have lost their names, on all pages. */
    PROMPTS_WITHOUT_NAMES(breaking(
                    "prompts.list.prompt-shape",
                    () -> resulting(
                            "prompts/list",
                            result -> result.path("prompts").forEach(prompt -> ((ObjectNode) prompt).remove("name"))))
            .everywhere()),

    /** The only page has an empty cursor. */
    NEXT_CURSOR_EMPTY(breaking(
                    "pagination.end.no-cursor", () -> resulting("tools/list", result -> result.put("nextCursor", "")))
            .everywhere()),

    /** A cursor can be used once. */
    CURSOR_FOR_ONE_USE(breaking("pagination.stable-cursors", () -> new OneUse()).everywhere()),

    /** A cursor can be used once after each first page. */
    CURSOR_MOVES_ON(breaking("pagination.stable-cursors", () -> new MovesOn())
            .stateless()
            .alone()),

    /** A cursor that does not decode crashes the server. */
    CRASHES_ON_CURSOR(breaking(
                    "pagination.invalid-cursor.graceful",
                    () -> crashing(
                            "tools/list",
                            params -> params.path("cursor").asText().length() > 1000))
            .inEveryEra()),

    /** A cursor that is a number crashes the server. */
    CRASHES_ON_NUMBER_FOR_CURSOR(breaking(
                    "pagination.invalid-cursor.graceful",
                    () -> crashing("tools/list", params -> params.path("cursor").isNumber()))
            .inEveryEra()),

    /** An unknown cursor yields the first page. */
    UNKNOWN_CURSOR_IGNORED(breaking(
                    "pagination.invalid-cursor.invalid-params",
                    () -> answering(
                            call -> call.method().equals("tools/list")
                                    && call.params().has("cursor"),
                            PaginationFault::noTools))
            .inEveryEra());

    private final Defect defect;

    PaginationFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static ObjectNode overlapping(ObjectNode response) {
        if (response.has("result")) {
            response.withArray("/result/prompts").insert(0, Behaviours.parse("{\"name\":\"farewell\"}"));
        }
        return response;
    }

    private static ObjectNode noTools(ObjectNode response) {
        response.remove("error");
        response.putObject("result").putArray("tools");
        return response;
    }
}
