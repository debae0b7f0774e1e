package dev.touchstone.checks.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.resources.ReadResources.Reading;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.target.Token;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a resource that a user is not shown can be read by that user nevertheless. */
@Conformance
class ResourcesOfAnother {

    @Verifies("resources.security.access-control")
    void what_only_one_user_is_shown_is_not_read_by_another(
            ReadResources resources, McpClient client, Target target, Expect expect) {
        McpClient second = client.as(target.with(Token.SECOND).orElseThrow());
        try (Session other = second.connect()) {
            Set<String> shown = shownTo(other, expect);
            List<Reading> hidden = resources.readings().stream()
                    .filter(Reading::done)
                    .filter(reading -> !shown.contains(reading.resource().text("uri")))
                    .toList();
            if (hidden.isEmpty()) {
                throw new NotApplicable("every resource that was read is listed for the second user, too");
            }
            for (Reading reading : hidden) {
                ObjectNode uri = Json.object().put("uri", reading.resource().text("uri"));
                Reply reply = other.ask("resources/read", uri);
                boolean answered = reply.evidence().get(0).response().isPresent();
                String what = reading.where() + " by a user to whom it is not listed";
                expect.seen(reading.reply())
                        .seen(reply)
                        .holds(answered && !reply.succeeded(), what + ": refused", what + ": " + reply.inShort());
            }
        }
    }

    private static Set<String> shownTo(Session user, Expect expect) {
        Set<String> uris = new HashSet<>();
        Reply page = user.ask(Kind.RESOURCES.method());
        expect.control(page, "resources/list of the second user");
        for (int pages = 1; pages <= Lists.MOST_PAGES; pages++) {
            for (JsonNode resource : page.result().path(Kind.RESOURCES.member())) {
                uris.add(resource.path("uri").asText());
            }
            JsonNode cursor = page.result().path("nextCursor");
            if (!cursor.isTextual()) {
                break;
            }
            page = user.ask(Kind.RESOURCES.method(), Json.object().set("cursor", cursor));
        }
        return uris;
    }
}
