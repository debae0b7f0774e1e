package dev.touchstone.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received.Kind;
import dev.touchstone.wire.schema.Corpus.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our schemas and the published ones say the same of thousands of messages, but for the differences listed. The published
 * ones are no part of the project: {@code -Dspec.schemas=FOLDER} says where {@code <revision>.json} are.
 */
class PublishedSchemasTest {
    private static final Path FOLDER = Path.of(System.getProperty("spec.schemas", "../shared/spec-schema"));
    private static final List<String> REVISIONS =
            List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28");
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final int PER_SEED = 100;

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"})
    void ours_and_the_published_one_agree_on_every_message(String revision) {
        Published published = published(revision);
        List<String> unlisted = new ArrayList<>();
        int judged = 0;
        for (Sample sample : Corpus.mutants(era(revision), PER_SEED)) {
            if (published.knows(sample)) {
                judged++;
                if (differ(published, revision, sample)
                        && Difference.of(published, sample).isEmpty()) {
                    unlisted.add(described(published, revision, sample));
                }
            }
        }
        assertThat(judged).as("messages of " + revision).isGreaterThan(2_000);
        assertThat(unlisted)
                .as("differences from the published schema of " + revision)
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-25", "2026-07-28"})
    void every_message_written_by_hand_is_right_in_the_newest_revision_of_its_era(String revision) {
        Published published = published(revision);
        assertThat(Corpus.seeds(era(revision)))
                .allSatisfy(seed ->
                        assertThat(published.accepts(seed)).as(seed.toString()).isTrue())
                .allSatisfy(seed ->
                        assertThat(ours(revision, seed)).as(seed.toString()).isEmpty());
    }

    @Test
    void every_listed_difference_occurs() {
        Set<Difference> met = EnumSet.noneOf(Difference.class);
        for (String revision : REVISIONS) {
            Published published = published(revision);
            Corpus.mutants(era(revision), PER_SEED).stream()
                    .filter(sample -> published.knows(sample) && differ(published, revision, sample))
                    .flatMap(sample -> Difference.of(published, sample).stream())
                    .forEach(met::add);
        }
        assertThat(met).containsExactlyInAnyOrder(Difference.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":1,\"message\":\"m\"}}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":5}]",
                "[5]",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}"
            })
    void both_say_the_same_of_arrays_of_messages(String text) {
        JsonNode batch = Json.parse(text).orElseThrow();
        SchemaBook book = SchemaBook.of("2025-03-26");

        assertThat(book.batchViolations(batch).isEmpty())
                .isEqualTo(published("2025-03-26").acceptsBatch(batch).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"})
    void both_know_the_same_methods(String revision) {
        assertThat(SchemaBook.of(revision).methods())
                .containsExactlyInAnyOrderElementsOf(published(revision).methods());
    }

    @Test
    void only_one_revision_has_arrays_of_messages() {
        for (String revision : REVISIONS) {
            JsonNode empty = Json.parse("[]").orElseThrow();
            assertThat(SchemaBook.of(revision).hasBatches())
                    .isEqualTo(published(revision).acceptsBatch(empty).isPresent());
        }
    }

    private static Era era(String revision) {
        return CATALOGUE.revision(revision).orElseThrow().era();
    }

    private static Published published(String revision) {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "no folder " + FOLDER + " with the published schemas: pass -Dspec.schemas=FOLDER");
        return new Published(FOLDER, revision);
    }

    private static boolean differ(Published published, String revision, Sample sample) {
        return ours(revision, sample).isEmpty() != published.accepts(sample);
    }

    private static List<Violation> ours(String revision, Sample sample) {
        SchemaBook book = SchemaBook.of(revision);
        return sample.ofServer()
                ? book.violations(sample.kind(), sample.method(), sample.message())
                : book.ours(sample.kind(), sample.method(), sample.message());
    }

    private static String described(Published published, String revision, Sample sample) {
        boolean accepted = published.accepts(sample);
        Kind kind = sample.kind();
        return (accepted ? "published accepts, ours says " + ours(revision, sample) : "ours alone accepts") + ": "
                + kind + " " + sample.method() + " " + Json.write(sample.message());
    }
}
