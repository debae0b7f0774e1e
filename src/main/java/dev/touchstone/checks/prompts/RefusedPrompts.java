package dev.touchstone.checks.prompts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.prompts.GotPrompts.Got;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a server answers to prompts/get that makes no sense, or means harm. */
@Conformance
class RefusedPrompts {
    private static final String TEMPLATES = "touchstone-${7*7}-{{7*7}}-<%= 7*7 %>-#{7*7}";
    private static final List<String> HARMFUL =
            List.of(TEMPLATES, "../../../../../../etc/passwd", "file:///etc/passwd");

    /** An expression that was evaluated, or the accounts of a Unix system. */
    private static final Pattern HARMED = Pattern.compile("touchstone-[^\"]{0,40}\\b49\\b|\\broot:[^:\"\\n]*:0:0:");

    @Verifies("prompts.errors.unknown-name")
    void an_unknown_prompt_is_refused_as_invalid(Session session, GotPrompts prompts, Expect expect) {
        Obtained.some(prompts, expect);
        Reply reply = session.ask("prompts/get", Json.object().put("name", "touchstone-" + UUID.randomUUID()));
        judge("prompts/get of an unknown name", reply, expect);
    }

    @Verifies("prompts.errors.missing-arguments")
    void a_prompt_without_its_required_arguments_is_refused_as_invalid(
            Session session, GotPrompts prompts, Expect expect) {
        Got control = withArguments(prompts, expect);
        judge(control.where() + " without arguments", ask(session, control, Json.object()), expect);
    }

    private static void judge(String what, Reply reply, Expect expect) {
        expect.seen(reply);
        if (reply.isLost()) {
            throw Inconclusive.lost(what);
        }
        expect.that(what, reply).error(ErrorCode.INVALID_PARAMS);
    }

    @Verifies("prompts.arguments.validated")
    void arguments_of_another_type_are_handled_without_a_crash(Session session, GotPrompts prompts, Expect expect) {
        Got control = withArguments(prompts, expect);
        ObjectNode numbers = Json.object();
        control.required().forEach(name -> numbers.put(name, 5));
        survived(control.where() + " with numbers as arguments", ask(session, control, numbers), expect);
        ObjectNode more = control.arguments().deepCopy().put("touchstone-" + UUID.randomUUID(), "unknown");
        survived(control.where() + " with an unknown argument, too", ask(session, control, more), expect);
    }

    private static void survived(String what, Reply reply, Expect expect) {
        boolean crashed = reply.evidence().get(0).crashed();
        expect.that(what, reply).holds(!crashed, "a result or an error, without a crash (5xx)");
        if (!crashed && reply.message().isEmpty() && !reply.evidence().get(0).refused()) {
            throw new Inconclusive("no response to " + what);
        }
    }

    @Verifies("prompts.security.validated")
    void harmful_values_are_refused_or_come_back_as_they_are(Session session, GotPrompts prompts, Expect expect) {
        Got control = withArguments(prompts, expect);
        for (String value : HARMFUL) {
            ObjectNode arguments = Json.object();
            control.required().forEach(name -> arguments.put(name, value));
            Reply reply = ask(session, control, arguments);
            expect.seen(reply);
            String what = control.where() + " with \"" + value + "\"";
            if (reply.message().isEmpty() && !reply.evidence().get(0).refused()) {
                throw new Inconclusive("no response to " + what);
            }
            boolean harmed = HARMED.matcher(Json.write(reply.result())).find();
            expect.that(what, reply)
                    .holds(!harmed, "an error, or messages in which the value is not evaluated and leads nowhere");
        }
    }

    private static Reply ask(Session session, Got prompt, ObjectNode arguments) {
        ObjectNode params = Json.object().put("name", prompt.name());
        if (!arguments.isEmpty()) {
            params.set("arguments", arguments);
        }
        return session.provoke(JsonRpc.request(session.nextId(), "prompts/get", params));
    }

    private static Got withArguments(GotPrompts prompts, Expect expect) {
        List<Got> requiring =
                prompts.all().stream().filter(got -> !got.required().isEmpty()).toList();
        if (requiring.isEmpty()) {
            throw new NotApplicable("no listed prompt requires an argument");
        }
        return requiring.stream()
                .filter(Got::done)
                .findFirst()
                .map(got -> {
                    expect.seen(got.reply());
                    return got;
                })
                .orElseThrow(() -> new Inconclusive("no prompt with required arguments could be got: "
                        + requiring.get(0).where() + ": "
                        + requiring.get(0).reply().inShort()));
    }
}
