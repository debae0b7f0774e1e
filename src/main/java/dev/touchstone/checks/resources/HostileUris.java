package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** What a server answers to URIs that no honest client sends: it must not hand out what is not its to give. */
@Conformance
class HostileUris {
    private static final List<String> HOSTILE = List.of(
            "",
            "not a uri",
            "file:///etc/passwd",
            "file:///../../../../../../etc/passwd",
            "file:///%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "http://169.254.169.254/");

    /** Accounts of a Unix system, or the index of a cloud's metadata. */
    private static final Pattern FOREIGN =
            Pattern.compile("^root:[^:\\n]*:0:0:|^latest/?$|^computeMetadata/?$", Pattern.MULTILINE);

    @Verifies("resources.security.uris-validated")
    void uris_that_are_none_or_lead_outside_are_refused(Session session, ReadResources resources, Expect expect) {
        Reply unknown = resources.unknown();
        expect.seen(unknown);
        demandReading(resources, unknown, expect);
        List<String> mute = new ArrayList<>();
        for (String uri : HOSTILE) {
            Reply reply = session.provoke(JsonRpc.request(
                    session.nextId(), "resources/read", Json.object().put("uri", uri)));
            judge(uri, reply, unknown, mute, expect);
        }
        if (expect.observations().isEmpty() && expect.findings().isEmpty() && mute.isEmpty()) {
            throw Inconclusive.blockedBy(
                    "resources.read.not-found", "a URI that is unknown gets a result, as others do");
        } else if (!mute.isEmpty()) {
            throw new Inconclusive("no response to resources/read of " + String.join(", ", mute));
        }
    }

    private static void judge(String uri, Reply reply, Reply unknown, List<String> mute, Expect expect) {
        expect.seen(reply);
        String where = "resources/read of \"" + uri + "\"";
        boolean crashed = reply.evidence().get(0).crashed();
        if (crashed && unknown.evidence().get(0).crashed()) {
            throw Inconclusive.blockedBy("transport.post.request-http-success", where + ": " + reply.inShort());
        } else if (crashed) {
            expect.that(where, reply).holds(false, "an error without a crash");
        } else if (reply.succeeded()) {
            judgeContents(where, reply, unknown, expect);
        } else if (reply.message().isEmpty() && !reply.evidence().get(0).refused()) {
            mute.add("\"" + uri + "\"");
        } else {
            expect.that(where, reply).refused();
        }
    }

    /** Contents for any URI at all are a matter of the record about unknown resources. */
    private static void judgeContents(String where, Reply reply, Reply unknown, Expect expect) {
        boolean foreign = false;
        JsonNode contents = reply.result().path("contents");
        for (JsonNode content : contents) {
            foreign |= FOREIGN.matcher(content.path("text").asText()).find()
                    || FOREIGN.matcher(decoded(content.path("blob").asText())).find();
        }
        if (foreign) {
            expect.holds(false, "an error, and nothing from outside", where + ": a result with content of the host");
        } else if (!unknown.succeeded() && !contents.isEmpty()) {
            expect.deviates("an error", where + ": a result with contents");
        }
    }

    private static String decoded(String blob) {
        try {
            return new String(Base64.getMimeDecoder().decode(blob), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A server that reads nothing refuses everything. */
    private static void demandReading(ReadResources resources, Reply unknown, Expect expect) {
        resources.readable().ifPresent(reading -> expect.seen(reading.reply()));
        boolean reads = resources.readable().isPresent()
                || (resources.readings().isEmpty()
                        && unknown.message().isPresent()
                        && unknown.code() != ErrorCode.METHOD_NOT_FOUND);
        if (!reads) {
            throw new Inconclusive("no listed resource can be read, so refusals show nothing: list one that can");
        }
    }
}
