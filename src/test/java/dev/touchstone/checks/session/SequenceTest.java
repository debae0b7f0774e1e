package dev.touchstone.checks.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequenceTest {
    private static final int SIZE = 20;

    @Test
    void a_counter_is_one_whatever_is_written_around_it() {
        List<String> ids =
                IntStream.range(95, 95 + SIZE).mapToObj(n -> "s-" + n + "-demo").toList();

        assertThat(Sequence.isOne(ids)).isTrue();
    }

    @Test
    void a_clock_is_one_in_hexadecimal_too() {
        List<String> ids = LongStream.range(0, SIZE)
                .mapToObj(n -> Long.toHexString(1_763_000_000_000L + 17 * n * n))
                .toList();

        assertThat(Sequence.isOne(ids)).isTrue();
    }

    @Test
    void random_ids_are_none() {
        List<String> uuids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(SIZE).toList();
        List<String> shortened = uuids.stream().map(id -> id.substring(0, 8)).toList();

        assertThat(Sequence.isOne(uuids)).isFalse();
        assertThat(Sequence.isOne(shortened)).isFalse();
    }

    @Test
    void ids_that_begin_with_the_time_and_end_at_random_are_none() {
        List<String> ids = LongStream.range(0, SIZE)
                .mapToObj(n -> Long.toHexString(1_763_000_000_000L + n)
                        + UUID.randomUUID().toString().replace("-", ""))
                .toList();

        assertThat(Sequence.isOne(ids)).isFalse();
    }

    @Test
    void numbers_of_sixteen_digits_are_looked_at_and_longer_ones_are_not() {
        assertThat(Sequence.isOne(List.of("1000000000000001", "2000000000000002", "3000000000000003")))
                .isTrue();
        assertThat(Sequence.isOne(List.of("10000000000000001", "20000000000000002", "30000000000000003")))
                .isFalse();
    }

    @Test
    void decimal_numbers_of_growing_length_are_one() {
        assertThat(Sequence.isOne(List.of("8", "9", "10", "99", "100"))).isTrue();
        assertThat(Sequence.isOne(List.of("100", "99", "10", "9", "8"))).isTrue();
    }

    @Test
    void what_is_no_number_or_has_no_difference_of_its_own_is_none() {
        assertThat(Sequence.isOne(List.of("x", "y", "z"))).isFalse();
        assertThat(Sequence.isOne(List.of("1", "11", "111"))).isFalse();
    }
}
