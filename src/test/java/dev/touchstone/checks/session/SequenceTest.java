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
}
