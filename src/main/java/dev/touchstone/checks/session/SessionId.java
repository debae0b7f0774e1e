package dev.touchstone.checks.session;

import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import java.util.HashSet;
import java.util.List;

/** What a session id looks like. */
@Conformance
class SessionId {
    /** Random bits that are demanded; the sample cannot show many more than four a character. */
    private static final int BITS = 64;

    @Verifies("session.id.visible-ascii")
    void a_session_id_has_only_visible_ascii_characters(StreamableSession session, Expect expect) {
        String id = SessionIds.of(session);

        expect.seen(session.initialize());
        expect.holds(
                !id.isEmpty() && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7E),
                "only characters from 0x21 to 0x7E",
                "the session id \"" + id + "\"");
    }

    @Verifies("session.id.globally-unique")
    void session_ids_do_not_repeat(IdSample sample, Expect expect) {
        sample.evidence().forEach(expect::seen);
        List<String> ids = sample.ids();

        int different = new HashSet<>(ids).size();
        expect.holds(
                different == ids.size(), ids.size() + " different ids", different + " different ids of " + ids.size());
    }

    @Verifies("session.id.unpredictable")
    void session_ids_cannot_be_guessed(IdSample sample, Expect expect) {
        sample.evidence().forEach(expect::seen);
        List<String> ids = sample.ids().stream().distinct().toList();

        if (ids.size() < IdSample.SIZE / 2) {
            throw Inconclusive.blockedBy("session.id.globally-unique", ids.size() + " different ids");
        }
        double bits = IdSample.bits(ids);
        String example = " (such as \"" + ids.get(0) + "\")";
        expect.holds(
                bits >= BITS,
                "about " + BITS + " random bits or more",
                "about %.0f varying bits in %d ids%s, a heuristic".formatted(bits, ids.size(), example));
    }
}
