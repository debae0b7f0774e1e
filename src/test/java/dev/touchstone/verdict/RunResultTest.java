package dev.touchstone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.target.Grant;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Transcript;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run says as a whole: its order, its counts, the tools it called. */
class RunResultTest {
    private static final Revision OLDER =
            Samples.CATALOGUE.revision("2025-06-18").orElseThrow();
    private static final Requirement FIRST = Samples.CATALOGUE.get("lifecycle.initialize.result");

    @Test
    void outcomes_are_in_the_order_of_the_catalogue_and_the_newest_revision_comes_first() {
        Outcome old = outcome(FIRST, OLDER);
        Outcome young = outcome(FIRST, Samples.NEWEST);
        Outcome later = outcome(Samples.MUST, Samples.NEWEST);

        assertThat(Samples.run(later, old, young).outcomes()).containsExactly(young, old, later);
        assertThat(young.key()).isEqualTo("lifecycle.initialize.result@2025-11-25");
    }

    @Test
    void outcomes_are_found_by_their_verdict() {
        Outcome pass = Samples.outcome(FIRST, Verdict.PASS);
        Outcome fail = Samples.outcome(Samples.MUST, Verdict.FAIL);
        RunResult run = Samples.run(pass, fail);

        assertThat(run.with(Verdict.FAIL)).containsExactly(fail);
        assertThat(run.with(Verdict.WARN)).isEmpty();
        assertThat(run.headlines()).extracting(Headline::revision).containsExactly(Samples.NEWEST);
        assertThat(run.headlines().get(0).count(Verdict.FAIL)).isEqualTo(1);
        assertThat(run.breakagesOf(
                        Samples.outcome(Samples.CATALOGUE.get("transport.get.405-when-no-stream"), Verdict.FAIL)))
                .isNotEmpty();
    }

    @Test
    void an_outcome_is_as_binding_as_its_revision_says_and_links_to_it() {
        assertThat(outcome(FIRST, OLDER).level()).isEqualTo(FIRST.levelIn(OLDER));
        assertThat(outcome(FIRST, OLDER).clause())
                .hasToString(FIRST.clauseIn(OLDER).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR, false, fault of the suite, 2 faults of the suite",
        "FAIL, true, violated, 2 violated",
        "INCONCLUSIVE, false, could not be decided, 2 could not be decided",
        "WARN, true, recommendation not followed, 2 recommendations not followed",
        "INTEROP, true, 'legal, yet breaks clients', '2 legal, yet break clients'",
        "PASS, true, passed, 2 passed",
        "NOT_APPLICABLE, false, not applicable, 2 not applicable"
    })
    void verdicts_are_decisions_or_not_and_have_their_words(
            Verdict verdict, boolean decided, String words, String ofTwo) {
        assertThat(verdict.decided()).isEqualTo(decided);
        assertThat(verdict.words()).isEqualTo(words);
        assertThat(verdict.counted(1)).isEqualTo("1 " + words);
        assertThat(verdict.counted(2)).isEqualTo(ofTwo);
    }

    @Test
    void called_tools_are_counted_from_what_was_sent() {
        Transcript transcript = new Transcript();
        sent(transcript, "{\"method\":\"tools/call\",\"params\":{\"name\":\"b\"}}");
        sent(transcript, "[{\"method\":\"tools/call\",\"params\":{\"name\":\"b\"}},{\"method\":\"tools/list\"}]");
        sent(transcript, "{\"method\":\"tools/call\",\"params\":{\"name\":\"a\"}}");
        sent(transcript, "{\"method\":\"tools/call\",\"params\":{\"name\":\"nobody-granted\"}}");
        sent(transcript, "{\"method\":\"prompts/get\",\"params\":{\"name\":\"c\"}}");
        sent(transcript, "{\"method\":\"tools/call\",\"params\":{\"name\":7}}");

        List<CalledTool> called = CalledTool.in(
                transcript, Map.of("b", Grant.READ_ONLY, "a", Grant.ALLOWED, "c", Grant.ALLOWED, "7", Grant.ALLOWED));

        assertThat(called)
                .containsExactly(new CalledTool("a", 1, Grant.ALLOWED), new CalledTool("b", 2, Grant.READ_ONLY));
        assertThat(CalledTool.words(called))
                .isEqualTo("a (allowed by allow.calls, 1 time), b (annotated readOnlyHint: true, 2 times)");
        assertThat(CalledTool.words(List.of())).isEqualTo("none");
    }

    private static void sent(Transcript transcript, String body) {
        Request request = new Request(
                "POST", URI.create("http://127.0.0.1/"), Headers.NONE, body.getBytes(StandardCharsets.UTF_8));
        transcript.keep(new Exchange(
                transcript.next(),
                "test",
                "",
                Instant.EPOCH,
                request,
                Samples.answered(1, 200).answer(),
                null));
    }

    private static Outcome outcome(Requirement requirement, Revision revision) {
        return new Outcome(requirement, revision, Verdict.PASS, "", "", "", List.of(), Duration.ZERO);
    }
}
