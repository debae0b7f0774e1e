package dev.touchstone.checks.resources;

import dev.touchstone.checks.parts.EmbeddedContents;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Listing;
import dev.touchstone.checks.parts.MediaType;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.resources.ReadResources.Reading;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What resources/read yields. */
@Conformance
class ResourceContents {
    private static final String READABLE = "resources.read.listed-readable";

    @Verifies("resources.read.listed-readable")
    void listed_resources_can_be_read(ReadResources resources, Lists lists, Expect expect) {
        Listing.of(lists, Kind.RESOURCES).served(expect).some();
        List<Reading> tried = resources.readings().stream()
                .filter(reading -> !reading.reply().asksForInput())
                .toList();
        for (Reading reading : tried) {
            expect.seen(reading.reply());
            if (reading.reply().isLost()) {
                throw Inconclusive.lost(reading.where());
            }
            boolean empty = reading.reply().result().path("contents").isArray()
                    && reading.contents().isEmpty();
            String seen = reading.where() + ": " + reading.reply().inShort() + (empty ? " without contents" : "");
            expect.holds(reading.reply().succeeded() && !empty, "a result with contents", seen);
        }
        if (tried.isEmpty()) {
            throw new Inconclusive(
                    "no listed resource could be tried: each is larger than 1 MB, has no uri, or asks for input first");
        }
    }

    @Verifies("resources.read.contents-shape")
    void contents_have_a_uri_and_a_text_or_a_blob(ReadResources resources, Expect expect) {
        Problems problems = new Problems();
        Problems both = new Problems();
        List<Reading> served = served(resources, expect);
        for (Reading reading : served) {
            boolean array = reading.reply().result().path("contents").isArray();
            problems.unless(array, reading.where() + ":", "contents is no array");
            for (Item content : reading.contents()) {
                problems.demandText(content, "uri");
                problems.demandTextIfAny(content, List.of("mimeType"));
                EmbeddedContents.judge(content, problems, both);
            }
        }
        problems.judge(
                expect,
                "an array of contents, each with a uri and a text or a blob that are strings",
                served.size() + " resources were read, all of their contents with a uri and a text or a blob");
        both.warn(expect, "either a text or a blob");
    }

    @Verifies("resources.read.blob-base64")
    void binary_data_is_base64(ReadResources resources, Expect expect) {
        List<Item> blobs = contents(resources, expect).stream()
                .filter(content -> content.json().path("blob").isTextual())
                .toList();
        if (blobs.isEmpty()) {
            throw new NotApplicable("none of the resources that were read has a blob");
        }
        Problems problems = new Problems();
        blobs.forEach(content -> EmbeddedContents.judgeBlob(content, problems));
        problems.judge(expect, "blob is base64 in its standard alphabet, padded", blobs.size() + " blobs decode");
    }

    @Verifies("resources.read.text-is-text")
    void what_is_no_text_is_not_sent_as_one(ReadResources resources, Expect expect) {
        List<Item> binary = contents(resources, expect).stream()
                .filter(content -> MediaType.isBinary(content.text("mimeType")))
                .toList();
        if (binary.isEmpty()) {
            throw new NotApplicable("none of the resources that were read is of a binary media type");
        }
        Problems problems = new Problems();
        binary.forEach(content -> problems.unless(
                !content.json().has("text"),
                content.where(),
                "is text, its mimeType " + Shown.text(content.text("mimeType"))));
        problems.judge(expect, "blob for media types that are no text", binary.size() + " contents as blobs");
    }

    @Verifies("resources.read.not-found")
    void an_unknown_resource_is_answered_by_the_error_for_it(ReadResources resources, Expect expect) {
        Reply reply = resources.unknown();
        expect.seen(reply);
        boolean exact = reply.code() == ErrorCode.RESOURCE_NOT_FOUND;
        if (!exact) {
            Reading control = resources
                    .readable()
                    .orElseThrow(() -> new Inconclusive("no listed resource can be read, so the refusal of an unknown"
                            + " one (" + reply.inShort() + ") shows nothing"));
            expect.control(control.reply(), "reading a listed resource");
        }
        expect.that("resources/read of an unknown URI", reply).error(ErrorCode.RESOURCE_NOT_FOUND);
    }

    private static List<Item> contents(ReadResources resources, Expect expect) {
        return served(resources, expect).stream()
                .flatMap(reading -> reading.contents().stream())
                .toList();
    }

    private static List<Reading> served(ReadResources resources, Expect expect) {
        if (resources.readings().isEmpty()) {
            throw new NotApplicable("no resource is listed that could be read");
        }
        List<Reading> served =
                resources.readings().stream().filter(Reading::done).toList();
        served.forEach(reading -> expect.seen(reading.reply()));
        if (served.isEmpty()) {
            Reading first = resources.readings().get(0);
            expect.seen(first.reply());
            throw Inconclusive.blockedBy(
                    READABLE, first.where() + ": " + first.reply().inShort());
        }
        return served;
    }
}
