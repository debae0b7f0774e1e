package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.verdict.Expect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** What servers say of themselves and of what they list. */
@Conformance
@Afterwards
class Declarations {
    private static final String INFO = "/result/serverInfo/";
    private static final List<String> SUB_CAPABILITIES = List.of(
            "/result/capabilities/experimental",
            "/result/capabilities/prompts/listChanged",
            "/result/capabilities/resources/listChanged",
            "/result/capabilities/resources/subscribe",
            "/result/capabilities/tools/listChanged");
    private static final List<String> TITLES = List.of(
            INFO + "title",
            "/result/tools/*/title",
            "/result/prompts/*/title",
            "/result/prompts/*/arguments/*/title",
            "/result/resources/*/title",
            "/result/resourceTemplates/*/title",
            "/result/content/*/title");

    @Verifies("schema.capabilities.types")
    void what_a_capability_says_in_detail_is_of_the_right_type(
            Recorded recorded, Violations violations, Expect expect) {
        List<Place> places = Passively.demand(
                Place.all(recorded, SUB_CAPABILITIES),
                recorded,
                "a capability with listChanged, subscribe or experimental");

        Passively.none(expect, violations.of("schema.capabilities.types"), places);
    }

    @Verifies("schema.title.string")
    void titles_are_strings(Recorded recorded, Violations violations, Expect expect) {
        List<Place> places = Passively.demand(Place.all(recorded, TITLES), recorded, "a title");

        Passively.none(expect, violations.of("schema.title.string"), places);
    }

    @Verifies("schema.implementation.extras")
    void the_description_is_a_string_and_the_website_a_uri(Recorded recorded, Violations violations, Expect expect) {
        List<Place> places = Passively.demand(
                Place.all(recorded, List.of(INFO + "description", INFO + "websiteUrl")),
                recorded,
                "a description or a websiteUrl of the server");

        Passively.none(expect, violations.of("schema.implementation.extras"), places);
        List<Place> websites = places.stream()
                .filter(place ->
                        place.pointer().endsWith("/websiteUrl") && place.value().isTextual())
                .toList();
        if (!websites.isEmpty()) {
            Passively.each(expect, websites, place -> isUri(place.value()), "an absolute URI");
        }
    }

    private static boolean isUri(JsonNode value) {
        try {
            return new URI(value.asText()).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
