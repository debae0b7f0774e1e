package dev.touchstone.checks.credentials;

import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the server repeats the credentials that it was sent. By now they are replaced, so their placeholders tell. */
@Conformance
@Afterwards
class Echoes {
    private static final int SHOWN = 3;

    @Verifies("credentials.not-echoed")
    void no_answer_repeats_the_credentials(Recorded recorded, Target target, Expect expect) {
        List<String> placeholders = target.credentials().placeholders();
        if (placeholders.isEmpty()) {
            throw new NotApplicable("no credentials were configured that are long enough to be looked for in answers");
        }
        List<Exchange> answers = recorded.exchanges().stream()
                .filter(exchange -> exchange.response().isPresent())
                .toList();
        List<String> found = new ArrayList<>();
        for (Exchange answer : answers) {
            where(answer, placeholders).ifPresent(place -> {
                if (found.size() < SHOWN) {
                    expect.seen(answer);
                }
                found.add(answer.inShort() + ", " + place);
            });
        }
        answers.stream().limit(1).forEach(expect::seen);
        expect.holds(
                found.isEmpty(),
                "no answer that repeats the configured credentials",
                found.isEmpty()
                        ? answers.size() + " answers without them"
                        : found.size() + " answers with them: "
                                + String.join("; ", found.subList(0, Math.min(SHOWN, found.size()))));
    }

    /** Where an answer repeats them; log messages are judged by logging.no-credentials. */
    private static Optional<String> where(Exchange answer, List<String> placeholders) {
        for (Header line : answer.response().orElseThrow().headers()) {
            if (placeholders.stream().anyMatch(line.value()::contains)) {
                return Optional.of("in the header " + Shown.text(line.name()));
            }
        }
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        boolean logged = answer.messages().stream()
                .filter(message -> message.path("method").asText().equals("notifications/message"))
                .anyMatch(message -> placeholders.stream().anyMatch(Json.write(message)::contains));
        return !logged && placeholders.stream().anyMatch(body::contains)
                ? Optional.of("in the body")
                : Optional.empty();
    }
}
