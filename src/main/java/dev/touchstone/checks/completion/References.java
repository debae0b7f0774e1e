package dev.touchstone.checks.completion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import java.util.List;

/** What can be completed. */
@Conformance
class References {

    @Verifies("completion.ref.prompt")
    void the_arguments_of_prompts_can_be_completed(Completed completed, Expect expect) {
        judge(Served.asked(completed, each -> each.subject().isPrompt(), "argument of a prompt", expect), expect);
    }

    @Verifies("completion.ref.resource")
    void the_variables_of_templates_can_be_completed(Completed completed, Expect expect) {
        List<Completion> variables =
                Served.asked(completed, each -> !each.subject().isPrompt(), "variable of a template", expect);
        List<Completion> prompts = completed.all().stream()
                .filter(each -> each.subject().isPrompt())
                .toList();
        if (!prompts.isEmpty() && completed.served().isEmpty()) {
            Completion first = prompts.get(0);
            throw Inconclusive.blockedBy(
                    Served.record(first),
                    "nothing can be completed: " + first.reply().inShort());
        }
        judge(variables, expect);
    }

    /** A server may have nothing to say about one argument and refuse it as invalid; if it refuses all, it serves none. */
    private static void judge(List<Completion> completions, Expect expect) {
        Problems problems = new Problems();
        Problems refused = new Problems();
        for (Completion completion : completions) {
            Reply reply = completion.reply();
            boolean invalid = reply.code() == ErrorCode.INVALID_PARAMS;
            String where = completion.subject().where() + ":";
            problems.unless(reply.succeeded() || invalid, where, reply.inShort());
            refused.unless(!invalid, where, reply.inShort());
        }
        boolean served =
                completions.stream().anyMatch(completion -> completion.reply().succeeded());
        problems.judge(expect, "a result", completions.size() + " completions, none refused but as invalid");
        if (!served) {
            refused.warn(expect, "a result for one of them at least");
        }
    }

    @Verifies("completion.context.accepted")
    void values_already_chosen_may_be_named(Session session, Completed completed, Expect expect) {
        Completion control = Served.some(completed, expect).get(0);
        Subject subject = control.subject();
        ObjectNode params = subject.params("");
        params.putObject("context").putObject("arguments").put("touchstone", "chosen");
        Reply reply = session.ask("completion/complete", params);
        expect.seen(reply);
        if (reply.isLost()) {
            throw Inconclusive.lost("completion/complete with a context");
        }
        expect.that(subject.where() + " with a context", reply).result();
    }
}
