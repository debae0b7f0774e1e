package dev.touchstone.checks.resumability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.checks.Answers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStreamTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: 1/data: {}                  | false
            id: 1/data:                     | false
            id: 1/data:/id: 2/data: {}      | true
            id: 1/data:/data: {}            | true
            data: {}/id: 1/data:            | false
            data: {}/id: 1/data: {}         | false
            """)
    void a_stream_goes_on_after_an_event_if_a_message_comes_later(String events, boolean goesOn) {
        String body = events.replaceAll("(?m)(data:[^/]*)(/|$)", "$1\n\n").replace("/", "\n");
        SourceStream stream = new SourceStream(Answers.answered("POST", 200, "text/event-stream", body));

        assertThat(stream.continuesAfter("1")).isEqualTo(goesOn);
    }
}
