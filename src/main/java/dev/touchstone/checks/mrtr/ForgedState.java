package dev.touchstone.checks.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.prompts.GotPrompts;
import dev.touchstone.checks.resources.ReadResources;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Called;
import dev.touchstone.junit.Calls;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Lists;
import dev.touchstone.junit.Lists.Kind;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of a state that the server never handed out. */
@Conformance
class ForgedState {

    private static final Map<String, String> STATES = Map.of(
            "garbage", "touchstone-not-a-state",
            "half a token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0b3VjaHN0b25lIn0.",
            "control characters", "\u0000\u0001\u001f",
            "1 MB", "A".repeat(1_000_000));

    @Verifies("mrtr.state.untrusted-input")
    void a_state_that_was_never_given_does_no_harm(
            StatelessClient client,
            Lists lists,
            Calls calls,
            GotPrompts prompts,
            ReadResources resources,
            Expect expect) {
        List<Reply> controls = new ArrayList<>();
        calls.all().stream()
                .filter(Called::succeeded)
                .map(Called::reply)
                .limit(1)
                .forEach(controls::add);
        if (lists.declares(Kind.PROMPTS)) {
            prompts.all().stream().filter(got -> got.done()).limit(1).forEach(got -> controls.add(got.reply()));
        }
        if (lists.declares(Kind.RESOURCES)) {
            resources.readable().ifPresent(reading -> controls.add(reading.reply()));
        }
        if (controls.isEmpty()) {
            throw new NotApplicable(
                    "no tool that may be called, no prompt and no resource was served, which could ask" + " for input");
        }
        controls.forEach(control -> judge(control, client, expect));
    }

    private static void judge(Reply control, StatelessClient client, Expect expect) {
        JsonNode served = Json.parse(control.evidence().get(0).request().body()).orElseThrow();
        String method = served.path("method").asText();
        expect.control(control, method);
        STATES.keySet().stream().sorted().forEach(kind -> {
            ObjectNode params = served.path("params").deepCopy();
            params.put("requestState", STATES.get(kind));
            judge(method + " with " + kind + " as requestState", client.ask(method, params), expect);
        });
    }

    private static void judge(String what, Reply reply, Expect expect) {
        boolean crashed = reply.evidence().get(0).crashed();
        expect.that(what, reply).holds(!crashed, "a result or an error, without a crash (5xx)");
        if (!crashed && reply.message().isEmpty() && !reply.evidence().get(0).refused()) {
            throw new Inconclusive("no response to " + what + ": " + reply.inShort());
        } else if (reply.code() == ErrorCode.INTERNAL_ERROR) {
            expect.deviates("a result, or the error of invalid params", what + ": " + reply.inShort());
        }
    }
}
