package dev.touchstone.checks.schema;

import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The icons of servers and of what they list. */
@Conformance
@Afterwards
class Icons {
    private static final List<String> OWNERS = List.of(
            "/result/serverInfo",
            "/result/_meta/io.modelcontextprotocol~1serverInfo",
            "/result/tools/*",
            "/result/prompts/*",
            "/result/resources/*",
            "/result/resourceTemplates/*",
            "/result/content/*");
    private static final Pattern SIZE = Pattern.compile("any|[0-9]+x[0-9]+");
    private static final Pattern DATA =
            Pattern.compile("data:[^,]*;base64,.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Verifies("schema.icons.shape")
    void icons_are_a_list_of_objects_with_a_src(Recorded recorded, Violations violations, Expect expect) {
        List<Place> places = Passively.demand(Place.all(recorded, below("/icons")), recorded, "icons");

        Passively.none(expect, violations.of("schema.icons.shape"), places);
    }

    @Verifies("schema.icons.src-scheme")
    void the_src_of_an_icon_is_on_the_web_or_in_base64(Recorded recorded, Expect expect) {
        Passively.each(
                expect,
                sources(recorded),
                place -> isData(place) || web(place).isPresent(),
                "an HTTP or HTTPS URL or a data URI with base64");
    }

    @Verifies("schema.icons.src-secure")
    void the_src_of_an_icon_is_what_cautious_clients_load(Recorded recorded, Target target, Expect expect) {
        URI own = target.url();
        List<Place> loadable = Passively.demand(
                sources(recorded).stream()
                        .filter(place -> isData(place) || web(place).isPresent())
                        .toList(),
                recorded,
                "an icon with a src that can be loaded");

        Passively.each(
                expect,
                loadable,
                place -> web(place)
                        .map(uri -> isSecure(uri) && isOfHost(uri, own))
                        .orElse(true),
                "a data URI or an HTTPS URL on the server's own host");
    }

    @Verifies("schema.icons.sizes-format")
    void the_size_of_an_icon_is_width_by_height_or_any(Recorded recorded, Expect expect) {
        List<Place> sizes = Place.all(recorded, below("/icons/*/sizes/*")).stream()
                .filter(place -> place.value().isTextual())
                .toList();

        Passively.each(
                expect,
                Passively.demand(sizes, recorded, "an icon with sizes"),
                place -> SIZE.matcher(place.value().asText()).matches(),
                "a size such as \"48x48\", or \"any\"");
    }

    private static List<Place> sources(Recorded recorded) {
        List<Place> sources = Place.all(recorded, below("/icons/*/src")).stream()
                .filter(place -> place.value().isTextual())
                .toList();
        return Passively.demand(sources, recorded, "an icon with a src");
    }

    private static List<String> below(String path) {
        return OWNERS.stream().map(owner -> owner + path).toList();
    }

    private static boolean isData(Place place) {
        return DATA.matcher(place.value().asText()).matches();
    }

    private static Optional<URI> web(Place place) {
        String text = place.value().asText();
        boolean web = text.toLowerCase(Locale.ROOT).matches("(?s)https?://.*");
        try {
            return web ? Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https") || LOOPBACK.contains(uri.getHost());
    }

    private static boolean isOfHost(URI uri, URI own) {
        return uri.getHost().equalsIgnoreCase(own.getHost());
    }
}
