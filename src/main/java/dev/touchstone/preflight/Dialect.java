package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import java.util.Map;
import java.util.Optional;

/**
 * A revision that the server speaks, and what was seen of it on its own wire.
 *
 * @param revision the revision
 * @param initialize the initialize result, a missing node when there was none
 * @param features what the server offers or not
 */
public record Dialect(Revision revision, JsonNode initialize, Map<String, Feature> features) {

    /** Copies the features. */
    public Dialect {
        features = Map.copyOf(features);
    }

    /**
     * Whether something is offered.
     *
     * @param offered yes, no, or empty when it could not be found out
     * @param evidence what was seen, in words that name the exchange
     */
    public record Feature(Optional<Boolean> offered, String evidence) {
        /** It is offered. */
        public static Feature yes(String evidence) {
            return new Feature(Optional.of(true), evidence);
        }

        /** It is not offered. */
        public static Feature no(String evidence) {
            return new Feature(Optional.of(false), evidence);
        }

        /** It could not be found out. */
        public static Feature unknown(String evidence) {
            return new Feature(Optional.empty(), evidence);
        }
    }

    /** The transport of the revision. */
    public Transport transport() {
        return revision.transport();
    }

    /** The capabilities that the server declared. */
    public JsonNode capabilities() {
        return initialize.path("capabilities");
    }

    /** What is known of a feature or declared capability such as {@code session-id} or {@code tools}. */
    public Feature feature(String name) {
        Feature known = features.get(name);
        if (known != null) {
            return known;
        }
        JsonNode declared = capabilities();
        for (String member : name.split("\\.")) {
            declared = declared.path(member);
        }
        return declared.isMissingNode() || declared.isNull() || (declared.isBoolean() && !declared.asBoolean())
                ? Feature.no("the initialize result does not declare " + name)
                : Feature.yes("the initialize result declares " + name);
    }

    @Override
    public String toString() {
        return revision.id() + " over " + transport().title();
    }
}
