package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.checks.parts.UriSyntax;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;

/** News of changes that the server sent in the run, if it sent any. */
@Conformance
@Afterwards
class ResourceUpdates {

    @Verifies("resources.updated.uri")
    void news_of_a_change_name_the_resource(Recorded recorded, Expect expect) {
        List<Received> updates = recorded.messages(Received.Kind.NOTIFICATION).stream()
                .filter(received -> received.method().equals("notifications/resources/updated"))
                .toList();
        if (updates.isEmpty()) {
            throw new NotApplicable("the server sent no notifications/resources/updated in this run");
        }
        Problems problems = new Problems();
        for (Received update : updates) {
            expect.seen(update.exchange());
            JsonNode uri = update.message().at("/params/uri");
            String problem = uri.isTextual() ? UriSyntax.problem(uri.asText()).orElse("") : "is no string";
            String where = "notifications/resources/updated (exchange "
                    + update.exchange().number() + "):";
            problems.unless(problem.isEmpty(), where, "params.uri " + Shown.of(uri) + " " + problem);
        }
        problems.judge(expect, "params.uri is an absolute URI", updates.size() + " updates with a URI");
    }
}
