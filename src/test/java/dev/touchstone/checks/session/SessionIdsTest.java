package dev.touchstone.checks.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ids that stand for sessions which never were. */
class SessionIdsTest {
    private static final String UUID = "6fa459ea-ee8a-4ca4-894e-db77e160355e";

    @RepeatedTest(5)
    void a_uuid_is_met_with_another_uuid() {
        assertThat(SessionIds.neverIssued(UUID))
                .isNotEqualTo(UUID)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @RepeatedTest(5)
    void every_place_keeps_its_kind_of_character() {
        assertThat(SessionIds.neverIssued("Settion_AZAZ-09af-gzgz.~"))
                .matches("[A-Z][0-9a-f][g-z]{5}_[A-Z]{4}-[0-9a-f]{4}-[g-z]{4}\\.~");
    }

    @Test
    void every_character_of_a_kind_may_come_and_none_beyond() {
        assertThat(charactersFor('A')).hasSize(26).containsOnly(range('A', 'Z'));
        assertThat(charactersFor('Z')).hasSize(26);
        assertThat(charactersFor('g')).hasSize(20).containsOnly(range('g', 'z'));
        assertThat(charactersFor('z')).hasSize(20);
        assertThat(charactersFor('0')).hasSize(16);
        assertThat(charactersFor('f')).hasSize(16);
        assertThat(charactersFor('_').subList(0, 1)).containsExactly("_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "abcdefghijk", "------------"})
    void what_could_be_met_by_chance_gets_a_long_tail(String like) {
        assertThat(SessionIds.neverIssued(like))
                .hasSize(like.length() + 12)
                .matches(".{%d}[0-9a-f]{12}".formatted(like.length()));
    }

    @Test
    void twelve_random_characters_are_enough() {
        assertThat(SessionIds.neverIssued("abcdefabcdef")).hasSize(12);
    }

    @Test
    void bits_are_counted_by_what_varies_in_each_place() {
        assertThat(IdSample.bits(List.of("a1", "a2", "a3", "a4"))).isEqualTo(2.0);
        assertThat(IdSample.bits(List.of("x", "x"))).isZero();
        assertThat(IdSample.bits(List.of("a", "ab"))).isEqualTo(1.0);
        assertThat(IdSample.bits(List.of())).isZero();
    }

    private static List<String> charactersFor(char c) {
        return SessionIds.neverIssued(String.valueOf(c).repeat(5000))
                .chars()
                .mapToObj(Character::toString)
                .distinct()
                .toList();
    }

    private static String[] range(char first, char last) {
        return IntStream.rangeClosed(first, last).mapToObj(Character::toString).toArray(String[]::new);
    }
}
