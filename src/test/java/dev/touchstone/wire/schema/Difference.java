package dev.touchstone.wire.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Received.Kind;
import dev.touchstone.wire.schema.Corpus.Sample;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Where our schemas differ from the published ones on purpose. */
enum Difference {
    /**
     * An error response without an id or with null. JSON-RPC answers null to what it could not read, the transport of
     * 2025-03-26 and later lets it out, and the published schemas up to 2025-06-18 forbid both.
     */
    ERROR_WITHOUT_ID((published, sample) ->
            sample.kind() == Kind.ERROR && !isId(sample.message().path("id"))),

    /**
     * A string that is not of its format, a uri above all. Up to 2025-06-18 the published schemas are of a draft whose
     * validators may assert formats or not; what a URI has to be like is up to records of their own.
     */
    FORMAT_NOT_ASSERTED((published, sample) -> published.accepts(sample) != published.acceptsButForFormats(sample));

    private final BiPredicate<Published, Sample> covers;

    Difference(BiPredicate<Published, Sample> covers) {
        this.covers = covers;
    }

    static Optional<Difference> of(Published published, Sample sample) {
        return Arrays.stream(values())
                .filter(difference -> difference.covers.test(published, sample))
                .findFirst();
    }

    private static boolean isId(JsonNode id) {
        return !id.isMissingNode() && !id.isNull();
    }
}
