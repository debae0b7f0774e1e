package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Received.Kind;
import dev.touchstone.wire.schema.Corpus.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Where our schemas differ from the published ones on purpose. */
enum Difference {
    /**
     * An error response without an id or with null. JSON-RPC answers null to what it could not read, the transport of
     * 2025-03-26 and later lets it out; the published schemas up to 2025-06-18 forbid both, the later ones null.
     */
    ERROR_WITHOUT_ID((published, sample) ->
            sample.kind() == Kind.ERROR && !isId(sample.message().path("id"))),

    /**
     * A string that is not of its format, a uri above all. Up to 2025-06-18 the published schemas are of a draft whose
     * validators may assert formats or not; what a URI has to be like is up to records of their own.
     */
    FORMAT_NOT_ASSERTED((published, sample) -> published.accepts(sample) != published.acceptsButForFormats(sample)),

    /**
     * Null or a number with a fraction where any JSON may be. The source in TypeScript has both; the schema that is
     * generated from it lost them.
     */
    JSON_WITHOUT_NULL_AND_FRACTIONS(
            (published, sample) -> published.accepts(sample) != published.acceptsButForJsonValues(sample)),

    /** A result of a type of an extension, whose members are that extension's, though the method is one of the core. */
    TYPE_OF_AN_EXTENSION((published, sample) -> published.isDiscriminated()
            && sample.message().path("result").path("resultType").isTextual()
            && !List.of("complete", Published.INPUT_REQUIRED).contains(type(sample))),

    /** A question in answer to a method that the text does not let ask; the schema knows no types of results. */
    QUESTION_OUT_OF_PLACE(
            (published, sample) -> type(sample).equals(Published.INPUT_REQUIRED) && !Published.mayAsk(sample)),

    /** A question that neither asks nor has state: the text demands one of them, the schema does not. */
    QUESTION_WITHOUT_CONTENT((published, sample) -> type(sample).equals(Published.INPUT_REQUIRED)
            && !sample.message().path("result").has("inputRequests")
            && !sample.message().path("result").has("requestState"));

    private final BiPredicate<Published, Sample> covers;

    Difference(BiPredicate<Published, Sample> covers) {
        this.covers = covers;
    }

    static Optional<Difference> of(Published published, Sample sample) {
        return Arrays.stream(values())
                .filter(difference -> difference.covers.test(published, sample))
                .findFirst();
    }

    private static String type(Sample sample) {
        return sample.message().path("result").path("resultType").asText();
    }

    private static boolean isId(JsonNode id) {
        return !id.isMissingNode() && !id.isNull();
    }
}
