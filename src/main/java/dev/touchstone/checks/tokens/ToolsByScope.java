package dev.touchstone.checks.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.NotConnected;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
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

/**
 * Whether a tool that a token does not suffice to see can be called with it. That a list hides a tool does not say outright
 * that it must not be called, so that a call that is served is a warning.
 */
@Conformance
class ToolsByScope {

    @Verifies("tools.security.access-control")
    void a_tool_that_is_hidden_from_a_token_is_not_called_with_it(
            Calls calls, McpClient client, Target target, Expect expect) {
        List<Called> called = calls.demand().stream().filter(Called::succeeded).toList();
        try (Session low = client.as(target.with(Token.LOW_SCOPE).orElseThrow()).connect()) {
            Set<String> shown = shownTo(low, expect);
            List<Called> hidden = called.stream()
                    .filter(call -> !shown.contains(call.tool().name()))
                    .toList();
            if (hidden.isEmpty()) {
                throw new NotApplicable(
                        "every tool that could be called is listed for the token of bearer.low-scope, too");
            }
            for (Called call : hidden) {
                Reply reply = low.ask("tools/call", call.tool().params());
                boolean answered = reply.evidence().get(0).response().isPresent();
                boolean refused =
                        !reply.succeeded() || reply.result().path("isError").asBoolean();
                String what = "tools/call of " + call.tool().name() + " with a token that it is hidden from";
                String seen = what + ": " + reply.inShort();
                expect.seen(call.reply()).seen(reply);
                if (answered && refused) {
                    expect.holds(true, what + ": refused", seen);
                } else {
                    expect.deviates(what + ": refused", seen);
                }
            }
        } catch (NotConnected refused) {
            refused.reply().evidence().forEach(expect::seen);
            throw new NotApplicable("the token of bearer.low-scope opens no session to call a tool in: "
                    + refused.reply().inShort());
        }
    }

    private static Set<String> shownTo(Session low, Expect expect) {
        Set<String> names = new HashSet<>();
        Reply page = low.ask(Kind.TOOLS.method());
        expect.control(page, "tools/list with the token of bearer.low-scope");
        for (int pages = 1; pages <= Lists.MOST_PAGES; pages++) {
            page.result()
                    .path(Kind.TOOLS.member())
                    .forEach(tool -> names.add(tool.path("name").asText()));
            JsonNode cursor = page.result().path("nextCursor");
            if (!cursor.isTextual()) {
                break;
            }
            page = low.ask(Kind.TOOLS.method(), Json.object().set("cursor", cursor));
        }
        return names;
    }
}
