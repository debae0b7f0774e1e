package dev.touchstone.checks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bearer                                              | Bearer{}",
                "Bearer realm=\"x\"                                  | Bearer{realm=x}",
                "bearer Realm=x , ERROR = \"y\"                      | bearer{error=y, realm=x}",
                "Basic realm=\"a, b=\\\"c\\\"\", charset=\"UTF-8\"   | Basic{charset=UTF-8, realm=a, b=\"c\"}",
                "Negotiate                                           | Negotiate{}",
                "Negotiate YWJj==                                    | Negotiate{}",
                "Negotiate, Basic realm=\"x\"                        | Negotiate{} Basic{realm=x}",
                "Negotiate YWJj=, Bearer realm=\"x\", error=\"y\"    | Negotiate{} Bearer{error=y, realm=x}",
                "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\" | "
                        + "Newauth{realm=apps, title=Login to \"apps\", type=1} Basic{realm=simple}",
                ", ,Bearer a=\"b\",,c=\"d\",                         | Bearer{a=b, c=d}",
                "Bearer resource_metadata=https://h/p?q=1, scope=x   | Bearer{resource_metadata=https://h/p?q=1, scope=x}",
                "Bearer error=\"a\", error=\"b\"                     | Bearer{error=a}",
                "Bearer resource_metadata=\"https://h/a,b\"          | Bearer{resource_metadata=https://h/a,b}",
                "Bearer realm=\"\"                                   | Bearer{realm=}",
                "Bearer scope=\"a b\" error=\"c\"                    | Bearer{error=c, scope=a b}",
                "realm=\"x\"                                         | ``",
                "\"quoted\"                                          | ``",
                "Bearer realm=\"open                                 | Bearer{}",
                "``                                                  | ``",
            })
    void a_header_value_is_taken_apart_into_its_challenges(String value, String challenges) {
        assertThat(words(Challenge.parse(List.of(value)))).isEqualTo(challenges);
    }

    @Test
    void several_header_lines_are_one_list() {
        assertThat(words(Challenge.parse(List.of("Basic realm=\"x\"", "Bearer"))))
                .isEqualTo("Basic{realm=x} Bearer{}");
    }

    @Test
    void a_long_value_takes_no_long_time() {
        assertThat(Challenge.parse(List.of("Bearer a=\"" + "\\x".repeat(20_000))))
                .hasSize(1);
        assertThat(Challenge.parse(List.of("a,".repeat(20_000)))).hasSize(20_000);
    }

    @Test
    void names_of_parameters_are_compared_without_regard_to_case() {
        assertThat(Challenge.parse(List.of("Bearer SCOPE=x")).get(0).parameter("Scope"))
                .contains("x");
    }

    private static String words(List<Challenge> challenges) {
        return challenges.stream()
                .map(challenge -> challenge.scheme() + new TreeMap<>(challenge.parameters()))
                .collect(Collectors.joining(" "));
    }
}
