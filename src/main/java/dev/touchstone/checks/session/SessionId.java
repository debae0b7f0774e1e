package dev.touchstone.checks.session;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.client.StreamableSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import java.util.HashSet;
import java.util.List;

/** What a session id looks like. */
@Conformance
class SessionId {
    /** Random bits that are demanded; the sample cannot show many more than four a character. */
    private static final int BITS = 64;

    private static final String NON_DETERMINISTIC = "security.session.non-deterministic";

    @Verifies("session.id.visible-ascii")
    void a_session_id_has_only_visible_ascii_characters(StreamableSession session, Expect expect) {
        String id = SessionIds.of(session);

        expect.seen(session.initialize());
        expect.holds(
                !id.isEmpty() && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7E),
                "only characters from 0x21 to 0x7E",
                "the session id " + Shown.quoted(id));
    }

    @Verifies("session.id.globally-unique")
    void session_ids_do_not_repeat(IdSample sample, Expect expect) {
        sample.evidence().forEach(expect::seen);
        List<String> ids = sample.ids();

        int different = new HashSet<>(ids).size();
        expect.holds(
                different == ids.size(), ids.size() + " different ids", different + " different ids of " + ids.size());
    }

    @Verifies(NON_DETERMINISTIC)
    void session_ids_do_not_follow_from_each_other(IdSample sample, Expect expect) {
        List<String> ids = different(sample, expect);

        boolean sequence = Sequence.isOne(ids);
        String first = " (" + Shown.quoted(ids.get(0)) + ", " + Shown.quoted(ids.get(1)) + ", ...)";
        expect.holds(
                !sequence,
                "ids in no order that a stranger could continue",
                ids.size() + " ids " + (sequence ? "that go one way like a counter" : "in no order") + first);
    }

    @Verifies("session.id.unpredictable")
    void session_ids_cannot_be_guessed(IdSample sample, Dialect dialect, Catalogue catalogue, Expect expect) {
        List<String> ids = different(sample, expect);
        if (catalogue.get(NON_DETERMINISTIC).appliesTo(dialect.revision()) && Sequence.isOne(ids)) {
            throw Inconclusive.blockedBy(NON_DETERMINISTIC, "the ids go one way like a counter");
        }
        double bits = IdSample.bits(ids);
        String example = " (such as " + Shown.quoted(ids.get(0)) + ")";
        expect.holds(
                bits >= BITS,
                "about " + BITS + " random bits or more",
                "about %.0f varying bits in %d ids%s, a heuristic".formatted(bits, ids.size(), example));
    }

    private static List<String> different(IdSample sample, Expect expect) {
        sample.evidence().forEach(expect::seen);
        List<String> ids = sample.ids().stream().distinct().toList();
        if (ids.size() < IdSample.SIZE / 2) {
            throw Inconclusive.blockedBy("session.id.globally-unique", ids.size() + " different ids");
        }
        return ids;
    }
}
