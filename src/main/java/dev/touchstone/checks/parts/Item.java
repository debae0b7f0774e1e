package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One of several things in a result.
 *
 * @param json the thing, as it came
 * @param where which it is and where it was seen, for a reader
 * @param page the number of the page that has it, from 0
 */
public record Item(JsonNode json, String where, int page) {
    /** Something inside of it. */
    public Item inner(String pointer) {
        return new Item(json.at(pointer), where + " " + pointer, page);
    }

    /** A member that is a string, empty if it is none. */
    public String text(String member) {
        return json.path(member).isTextual() ? json.path(member).asText() : "";
    }
}
