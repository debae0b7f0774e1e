package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A revision that the server speaks, and what was seen of it on its own wire.
 *
 * @param revision the revision
 * @param opening the result of initialize, or of discovery where there is none; a missing node when neither came
 * @param features what the server offers or not
 */
public record Dialect(Revision revision, JsonNode opening, Map<String, Feature> features) {
    private static final String EXTENSIONS = "extensions.";

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
        return opening.path("capabilities");
    }

    /** What is known of a feature or declared capability such as {@code session-id} or {@code tools}. */
    public Feature feature(String name) {
        Feature known = features.get(name);
        if (known != null) {
            return known;
        }
        JsonNode declared = capabilities();
        for (String member : members(name)) {
            declared = declared.path(member);
        }
        String where = revision.era() == Era.STATEFUL ? "the initialize result" : "the discover result";
        return declared.isMissingNode() || declared.isNull() || (declared.isBoolean() && !declared.asBoolean())
                ? Feature.no(where + " does not declare " + name)
                : Feature.yes(where + " declares " + name);
    }

    /** Whether a feature is known to be offered. */
    public boolean offers(String name) {
        return feature(name).offered().orElse(false);
    }

    /** The members that lead to a capability; identifiers of extensions have dots of their own. */
    private static List<String> members(String name) {
        return name.startsWith(EXTENSIONS)
                ? List.of("extensions", name.substring(EXTENSIONS.length()))
                : List.of(name.split("\\."));
    }

    @Override
    public String toString() {
        return revision.id() + " over " + transport().title();
    }
}
