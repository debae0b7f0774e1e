package dev.touchstone.checks.parts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Shown;

/**
 * What a resource consists of wherever it comes, read or embedded: a text or a blob, one of which has to be a string. The
 * published schema leaves it open what stands beside it.
 */
public final class EmbeddedContents {
    private EmbeddedContents() {}

    /**
     * Notes contents without data, and those with data twice.
     *
     * @param problems where neither text nor blob is a string
     * @param both where both are there
     */
    public static void judge(Item contents, Problems problems, Problems both) {
        JsonNode text = contents.json().path("text");
        JsonNode blob = contents.json().path("blob");
        String seen = "text is " + Shown.of(text) + ", blob is " + Shown.of(blob);
        problems.unless(text.isTextual() || blob.isTextual(), contents.where(), seen);
        both.unless(text.isMissingNode() || blob.isMissingNode(), contents.where(), seen);
    }

    /** Notes a blob that is a string and no base64. */
    public static void judgeBlob(Item contents, Problems problems) {
        String blob = contents.text("blob");
        Base64Text.problem(blob)
                .ifPresent(problem ->
                        problems.unless(false, contents.where(), "blob " + Shown.text(blob) + " " + problem));
    }
}
