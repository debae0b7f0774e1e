package dev.touchstone.checks.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of streams that never were. */
class SessionPartTest {

    @ParameterizedTest
    @CsvSource({
        "/m?id=0123456789ab&x=1, /m?id=ba9876543210&x=1, /m\\?id=[0-9]{10}[a-f]{2}&x=1",
        "/s/AFAFAFAFZZZZ/m, /s/ZZZZAFAFAFAF/m, /s/[A-F]{8}[G-Z]{4}/m",
        "/m?id=abcdef-zzzzz;v, /m?id=zbcdef-zzzzz;v, '/m\\?id=[a-f]{6}-[g-z]{5};v'",
        "/m?id=12, /m?id=13, /m\\?id=[0-9]{12}",
        "/m?id=0123456789abc, /m?id=0123456789, /m\\?id=[0-9]{10}[a-f]{3}",
        "/m/éééééééééééé, /m/x, /m/éééééééééééé"
    })
    void only_the_part_that_differs_is_altered_and_keeps_its_kinds_of_characters(
            String address, String other, String expected) {
        assertThat(SessionPart.altered(URI.create(address), URI.create(other))
                        .orElseThrow()
                        .toString())
                .matches(expected);
    }

    @RepeatedTest(3)
    void the_altered_part_is_another_one() {
        URI address = URI.create("/m?id=0123456789abcdef");

        assertThat(SessionPart.altered(address, URI.create("/m?id=1")).orElseThrow())
                .isNotEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({"/m?id=1, /m?id=1", "/m?id=1, /m?id=12"})
    void what_does_not_differ_has_no_session_part(String address, String other) {
        assertThat(SessionPart.altered(URI.create(address), URI.create(other))).isEmpty();
    }
}
