package dev.touchstone.checks.schema;

import dev.touchstone.junit.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key of a member of {@code _meta}.
 *
 * @param place where it stands
 * @param key the whole key
 */
record MetaKey(Place place, String key) {
    /** The members that hold metadata of a message or of something in it; data of tools may have any member. */
    static final List<String> PLACES = List.of(
            "/params/_meta",
            "/result/_meta",
            "/result/tools/*/_meta",
            "/result/prompts/*/_meta",
            "/result/resources/*/_meta",
            "/result/resourceTemplates/*/_meta",
            "/result/contents/*/_meta",
            "/result/content/*/_meta",
            "/result/content/*/resource/_meta",
            "/result/messages/*/content/_meta",
            "/result/messages/*/content/resource/_meta",
            "/params/messages/*/_meta",
            "/params/messages/*/content/_meta",
            "/params/messages/*/content/*/_meta");

    private static final Pattern LABEL = Pattern.compile("[a-zA-Z]([a-zA-Z0-9-]*[a-zA-Z0-9])?");
    private static final Pattern NAME = Pattern.compile("([a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9])?)?");
    private static final String OFFICIAL = "io.modelcontextprotocol/";
    private static final Set<String> OWN = Set.of("modelcontextprotocol", "mcp");
    private static final Set<String> TOP_LEVEL =
            Set.of("com", "org", "net", "io", "dev", "ai", "app", "edu", "gov", "co", "tech", "cloud", "info", "biz");

    /** Keys that the specification itself defines, under whichever revision. */
    private static final Set<String> DEFINED = Set.of(
            "io.modelcontextprotocol/related-task",
            "io.modelcontextprotocol/model-immediate-response",
            "io.modelcontextprotocol/clientCapabilities",
            "io.modelcontextprotocol/clientInfo",
            "io.modelcontextprotocol/logLevel",
            "io.modelcontextprotocol/protocolVersion",
            "io.modelcontextprotocol/serverInfo",
            "io.modelcontextprotocol/subscriptionId");

    static List<MetaKey> all(Recorded recorded) {
        List<MetaKey> keys = new ArrayList<>();
        for (Place place : Place.all(recorded, PLACES)) {
            place.value().fieldNames().forEachRemaining(name -> keys.add(new MetaKey(place, name)));
        }
        return keys;
    }

    boolean hasPrefix() {
        return key.contains("/");
    }

    private List<String> labels() {
        return List.of(key.substring(0, key.lastIndexOf('/')).split("\\.", -1));
    }

    boolean hasGoodPrefix() {
        return labels().stream().allMatch(label -> LABEL.matcher(label).matches());
    }

    boolean hasGoodName() {
        return NAME.matcher(key.substring(key.lastIndexOf('/') + 1)).matches();
    }

    /** Whether a label of the protocol's own is followed by another one. */
    boolean namesProtocolBeforeLast() {
        List<String> labels = labels();
        return labels.subList(0, labels.size() - 1).stream().anyMatch(OWN::contains);
    }

    /** Whether the second label is one of the protocol's own. */
    boolean namesProtocolSecond() {
        List<String> labels = labels();
        return labels.size() > 1 && OWN.contains(labels.get(1));
    }

    /** Whether the specification defines it, or may do so in one of its extensions that the server offers. */
    boolean isDefined(Recorded recorded) {
        return DEFINED.contains(key) || (key.startsWith(OFFICIAL) && offersOfficialExtension(recorded));
    }

    private static boolean offersOfficialExtension(Recorded recorded) {
        return recorded.openings().stream()
                .map(opening -> opening.result().path("capabilities").path("extensions"))
                .flatMap(extensions -> extensions.properties().stream())
                .anyMatch(extension -> extension.getKey().startsWith(OFFICIAL));
    }

    /** Whether the prefix ends as domain names do and does not begin as reversed ones do. */
    boolean looksForward() {
        List<String> labels = labels();
        return labels.size() > 1
                && TOP_LEVEL.contains(labels.get(labels.size() - 1))
                && !TOP_LEVEL.contains(labels.get(0));
    }
}
