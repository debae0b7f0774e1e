package dev.touchstone.checks.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            traceparent | 00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01
            traceparent | cc-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01-what-the-future-brings
            tracestate  | rojo=00f067aa0ba902b7,congo=t61rcWkgMzE
            tracestate  | fw529a3039@dt=FfffffffffFfffffff , , 0tenant@system=a b
            tracestate  | ''
            baggage     | userId=alice,serverNode=DF%2028,isProduction=false
            baggage     | key1=value1;property1;property2=x , key2 = value2 ; p = 1
            baggage     | empty=
            """)
    void a_right_value_follows_its_format(String key, String value) {
        assertThat(TraceFormats.follows(key, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            traceparent | 00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7
            traceparent | 00-0AF7651916CD43DD8448EB211C80319C-00f067aa0ba902b7-01
            traceparent | 00-00000000000000000000000000000000-00f067aa0ba902b7-01
            traceparent | 00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01
            traceparent | 00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01-more
            traceparent | ff-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01
            tracestate  | rojo
            tracestate  | ROJO=1
            tracestate  | rojo=a=b
            baggage     | alice
            baggage     | user id=alice
            baggage     | user=al"ice
            baggage     | user=alice,
            """)
    void a_wrong_value_does_not(String key, String value) {
        assertThat(TraceFormats.follows(key, value)).isFalse();
    }
}
