package dev.touchstone.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The strict reader against tables of streams, each with what the HTML standard makes of it. */
class SseReaderTest {

    static Stream<Arguments> streams_and_what_clients_are_handed() {
        return Stream.of(
                Arguments.of("data: a\n\n", List.of("message:a")),
                Arguments.of("data:a\n\n", List.of("message:a")),
                Arguments.of("data:  a\n\n", List.of("message: a")),
                Arguments.of("data: a\r\n\r\n", List.of("message:a")),
                Arguments.of("data: a\r\r", List.of("message:a")),
                Arguments.of("data: a\r\n\n", List.of("message:a")),
                Arguments.of("data: a\n\rdata: b\n\n", List.of("message:a", "message:b")),
                Arguments.of("data: a\ndata: b\n\n", List.of("message:a\nb")),
                Arguments.of("data\n\n", List.of("message:")),
                Arguments.of("data:\n\n", List.of("message:")),
                Arguments.of("id: 1\n\n", List.of()),
                Arguments.of("event: ping\n\n", List.of()),
                Arguments.of("event: ping\ndata:\n\n", List.of("ping:")),
                Arguments.of("event:\ndata: a\n\n", List.of("message:a")),
                Arguments.of("event: x\nevent: y\ndata: a\n\n", List.of("y:a")),
                Arguments.of(": comment\n\n", List.of()),
                Arguments.of(": comment\ndata: a\n\n", List.of("message:a")),
                Arguments.of("data: a\n", List.of()),
                Arguments.of("data: a", List.of()),
                Arguments.of("", List.of()),
                Arguments.of("\n\n\ndata: a\n\n\n\n", List.of("message:a")),
                Arguments.of("Data: a\n\n", List.of()),
                Arguments.of(" data: a\n\n", List.of()),
                Arguments.of("\uFEFFdata: a\n\n", List.of("message:a")),
                Arguments.of("data: a\n\n\uFEFFdata: b\n\n", List.of("message:a")),
                Arguments.of("data: a: b\n\n", List.of("message:a: b")),
                Arguments.of("unknown: x\ndata: a\n\n", List.of("message:a")));
    }

    @ParameterizedTest
    @MethodSource("streams_and_what_clients_are_handed")
    void events_are_dispatched_as_the_standard_says(String text, List<String> expected) {
        List<String> handed = read(text).dispatched().stream()
                .map(event -> event.type() + ":" + event.data())
                .toList();

        assertThat(handed).isEqualTo(expected);
    }

    @Test
    void every_prefix_of_a_stream_gives_a_prefix_of_its_events() {
        byte[] bytes = "\uFEFFid: 1\r\ndata: {\r\ndata: }\r\n\r\n: x\n\nretry: 5\rdata: ü\r\rdata: end"
                .getBytes(StandardCharsets.UTF_8);
        List<SseEvent> whole = SseReader.read(bytes).dispatched();

        for (int length = 0; length <= bytes.length; length++) {
            List<SseEvent> part =
                    SseReader.read(java.util.Arrays.copyOf(bytes, length)).dispatched();

            assertThat(part.stream().map(SseEvent::data))
                    .containsExactlyElementsOf(whole.subList(0, part.size()).stream()
                            .map(SseEvent::data)
                            .toList());
        }
    }

    @Test
    void ids_and_retries_belong_to_their_own_block() {
        List<SseEvent> events = read("id: 7\nretry: 1000\ndata:\n\ndata: a\n\n").events();

        assertThat(events.get(0).id()).contains("7");
        assertThat(events.get(0).retry()).contains("1000");
        assertThat(events.get(1).id()).isEmpty();
    }

    @Test
    void an_id_with_a_nul_character_is_none() {
        assertThat(read("id: a\0b\ndata: x\n\n").events().get(0).id()).isEmpty();
    }

    @Test
    void messages_leave_out_empty_data_and_other_types() {
        SseStream stream = read("id: 1\ndata:\n\nevent: endpoint\ndata: /m\n\ndata: {}\n\n");

        assertThat(stream.messages()).extracting(SseEvent::data).containsExactly("{}");
    }

    @Test
    void a_line_without_its_end_is_kept_and_a_colon_may_come_first() {
        SseEvent last = read("data: a\n\n: c\ndata: b").events().get(1);

        assertThat(last.data()).isEqualTo("b");
        assertThat(last.fields()).containsExactly(new SseField("", "c"), new SseField("data", "b"));
        assertThat(read("\uFEFF").bom()).isTrue();
        assertThat(read("id: \0\ndata:\n\n").events().get(0).id()).isEmpty();
    }

    @Test
    void an_unterminated_block_is_kept_and_marked() {
        SseEvent last = read("data: a\n\ndata: b\n").events().get(1);

        assertThat(last.complete()).isFalse();
        assertThat(last.data()).isEqualTo("b");
    }

    @Test
    void line_ends_byte_order_mark_and_encoding_are_told() {
        assertThat(read("data: a\r\n\r\n").lineEnds()).containsExactly("CRLF");
        assertThat(read("data: a\r\r").lineEnds()).containsExactly("CR");
        assertThat(read("data: a\n\n").lineEnds()).containsExactly("LF");
        assertThat(read("\uFEFFdata: a\n\n").bom()).isTrue();
        assertThat(read("data: ü\n\n").wellFormed()).isTrue();
        assertThat(SseReader.read("data: ü\n\n".getBytes(StandardCharsets.ISO_8859_1))
                        .wellFormed())
                .isFalse();
    }

    private static SseStream read(String text) {
        return SseReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
