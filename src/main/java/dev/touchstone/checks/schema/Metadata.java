package dev.touchstone.checks.schema;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.function.Predicate;

/** What servers put into {@code _meta}. */
@Conformance
@Afterwards
class Metadata {

    @Verifies("schema.meta.object")
    void metadata_is_an_object(Recorded recorded, Violations violations, Expect expect) {
        List<Violations.Found> found = violations.of("schema.meta.object");
        List<Place> objects = Place.all(recorded, MetaKey.PLACES).stream()
                .filter(place -> place.value().isObject())
                .toList();
        if (found.isEmpty()) {
            Passively.demand(objects, recorded, "a _meta");
        }

        Passively.none(expect, found, objects);
    }

    @Verifies("schema.meta.prefix-format")
    void the_prefix_of_a_key_is_made_of_labels(Recorded recorded, Expect expect) {
        judge(recorded, expect, MetaKey::hasPrefix, MetaKey::hasGoodPrefix, "a prefix of labels joined by dots");
    }

    @Verifies("schema.meta.name-format")
    void the_name_in_a_key_has_plain_characters_only(Recorded recorded, Expect expect) {
        judge(
                recorded,
                expect,
                key -> true,
                MetaKey::hasGoodName,
                "a name of letters, digits, hyphens, underscores and dots that begins and ends with a letter or digit");
    }

    @Verifies("schema.meta.reserved-prefix.2025-06-18")
    void prefixes_that_name_the_protocol_before_another_label_are_its_own(Recorded recorded, Expect expect) {
        judge(
                recorded,
                expect,
                MetaKey::hasPrefix,
                key -> !key.namesProtocolBeforeLast() || key.isDefined(recorded),
                "a prefix that is not reserved, or a key that the specification defines");
    }

    @Verifies("schema.meta.reserved-prefix.2025-11-25")
    void prefixes_that_name_the_protocol_second_are_its_own(Recorded recorded, Expect expect) {
        judge(
                recorded,
                expect,
                MetaKey::hasPrefix,
                key -> !key.namesProtocolSecond() || key.isDefined(recorded),
                "a prefix that is not reserved, or a key that the specification defines");
    }

    @Verifies("schema.meta.reverse-dns")
    void prefixes_are_domain_names_in_reverse(Recorded recorded, Expect expect) {
        judge(
                recorded,
                expect,
                MetaKey::hasPrefix,
                key -> !key.looksForward(),
                "a prefix in reverse DNS order, such as com.example");
    }

    private static void judge(
            Recorded recorded, Expect expect, Predicate<MetaKey> concerned, Predicate<MetaKey> right, String expected) {
        List<MetaKey> keys =
                MetaKey.all(recorded).stream().filter(concerned).distinct().toList();
        Passively.demand(keys, recorded, "a key of _meta that this is about");
        List<MetaKey> wrong = keys.stream().filter(right.negate()).toList();
        for (MetaKey key : wrong.isEmpty()
                ? keys.subList(0, 1)
                : wrong.stream().limit(Passively.MOST).toList()) {
            expect.seen(key.place().received().exchange());
            String shown = Shown.of(TextNode.valueOf(key.key()));
            expect.holds(
                    wrong.isEmpty(),
                    key.place().label() + " has keys with " + expected,
                    key.place().label() + " has the key " + shown
                            + (wrong.isEmpty() ? "; keys looked at: " + keys.size() : ""));
        }
    }
}
