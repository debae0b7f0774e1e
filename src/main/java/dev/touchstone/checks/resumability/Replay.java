package dev.touchstone.checks.resumability;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What a GET with the id of an earlier event brings: the rest of that stream and nothing else. */
@Conformance
class Replay {
    private static final String NOTHING_ELSE = "nothing but what is missing of the stream that is resumed";

    @Verifies("resumability.replay.no-cross-stream")
    void messages_of_another_stream_are_not_replayed(Resumption resumption, Expect expect) {
        expect.seen(resumption.second().exchange());
        List<Exchange> foreign = resumption.atHome().stream()
                .filter(resumption.second()::showsIn)
                .toList();
        if (foreign.isEmpty()) {
            resumption.demandReplay(expect);
        }
        report(
                expect,
                resumption,
                foreign,
                "brought a message of the stream of exchange "
                        + resumption.second().exchange().number());
    }

    @Verifies("resumability.replay.no-duplicates")
    void events_up_to_the_given_id_are_not_sent_again(Resumption resumption, Expect expect) {
        List<Exchange> repeating = resumption.atHome().stream()
                .filter(resumed -> resumption.first().repeatsUpTo(askedFor(resumed), resumed))
                .toList();
        if (repeating.isEmpty()) {
            resumption.demandReplay(expect);
        }
        report(expect, resumption, repeating, "brought events again that had come up to the given id");
    }

    @Verifies("resumability.session-bound")
    void an_event_id_is_good_in_its_own_session_only(Resumption resumption, Expect expect) {
        Exchange elsewhere = resumption
                .elsewhere()
                .orElseThrow(() -> new NotApplicable("the server hands out no session ids (exchange "
                        + resumption.first().exchange().number() + ")"));
        expect.seen(elsewhere);
        List<Exchange> leaking = resumption.first().showsIn(elsewhere) ? List.of(elsewhere) : List.of();
        if (leaking.isEmpty()) {
            resumption.demandReplay(expect);
        }
        report(expect, resumption, leaking, "brought messages of another session");
    }

    private static String askedFor(Exchange resumed) {
        return resumed.request().headers().first("Last-Event-ID").orElse("");
    }

    private static void report(Expect expect, Resumption resumption, List<Exchange> wrong, String what) {
        resumption.atHome().forEach(expect::seen);
        for (Exchange resumed : wrong) {
            expect.seen(resumed);
            String id = Shown.quoted(askedFor(resumed));
            expect.holds(false, NOTHING_ELSE, "GET with Last-Event-ID " + id + " " + what);
        }
        if (wrong.isEmpty()) {
            expect.holds(true, NOTHING_ELSE, "no GET with Last-Event-ID " + what);
        }
    }
}
