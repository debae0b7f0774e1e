package dev.touchstone.checks.elicitation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Item;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;

/** The error that says that an elicitation by URL has to be completed first, in the whole run. */
@Conformance
@Afterwards
class RequiredElicitation {
    private static final int MOST_EVIDENCE = 5;

    @Verifies("elicitation.required-error.only-then")
    void the_error_names_the_elicitations_that_are_required(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> errors = recorded.messages(Received.Kind.ERROR);
        if (errors.isEmpty()) {
            throw new NotApplicable("the server sent no error in the whole run");
        }
        List<Received> required = required(errors);
        (required.isEmpty() ? errors : required)
                .stream().limit(MOST_EVIDENCE).forEach(error -> expect.seen(error.exchange()));
        for (Received error : required) {
            JsonNode elicitations = elicitations(error);
            problems.unless(
                    elicitations.isArray() && !elicitations.isEmpty(),
                    where(error),
                    "error.data.elicitations is " + Shown.of(elicitations));
        }
        problems.judge(
                expect,
                "error -32042 only with the elicitations that are required",
                errors.size() + " errors, " + required.size() + " of them -32042");
    }

    @Verifies("elicitation.required-error.url-mode-only")
    void each_elicitation_is_complete_and_by_url(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> required = required(recorded.messages(Received.Kind.ERROR)).stream()
                .filter(error -> !elicitations(error).isEmpty())
                .toList();
        if (required.isEmpty()) {
            throw new NotApplicable("no error -32042 that names elicitations came in the whole run");
        }
        required.stream().limit(MOST_EVIDENCE).forEach(error -> expect.seen(error.exchange()));
        for (Received error : required) {
            for (JsonNode elicitation : elicitations(error)) {
                Item item = new Item(elicitation, where(error) + " elicitation", 0);
                problems.unless(
                        item.text("mode").equals("url"), item.where(), "mode is " + Shown.of(elicitation.path("mode")));
                List.of("url", "message", "elicitationId").forEach(member -> problems.demandText(item, member));
            }
        }
        problems.judge(
                expect,
                "mode \"url\" with url, message and elicitationId",
                required.size() + " errors -32042 with complete elicitations");
    }

    private static List<Received> required(List<Received> errors) {
        return errors.stream()
                .filter(error -> JsonRpc.code(error.message()) == ErrorCode.ELICITATION_REQUIRED)
                .toList();
    }

    private static JsonNode elicitations(Received error) {
        return error.message().at("/error/data/elicitations");
    }

    private static String where(Received error) {
        return "error -32042 to " + (error.method().isEmpty() ? "a request" : error.method()) + " (exchange "
                + error.exchange().number() + "):";
    }
}
