package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.tasks.TaskLife.Life;
import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times that are told of a task. */
final class Timestamps {
    private Timestamps() {}

    /** The well-formed values of a member in all states of a task; the others are reported, missing ones left to the records of the replies. */
    static List<String> of(Life life, String member, Expect expect) {
        List<String> times = new ArrayList<>();
        for (Reply state : life.states()) {
            JsonNode value = TaskMessages.task(state).path(member);
            expect.seen(state);
            if (value.isMissingNode()) {
                continue;
            }
            boolean time = value.isTextual() && parsed(value.asText()).isPresent();
            expect.holds(
                    time, member + ", a date and time such as 2025-11-25T10:30:00Z", member + " " + Shown.of(value));
            if (time) {
                times.add(value.asText());
            }
        }
        if (times.isEmpty() && expect.findings().isEmpty()) {
            throw Inconclusive.blockedBy("tasks.get.result", "nothing that is said of the task has " + member);
        }
        return times;
    }

    /** Whether all of them are the same time, however it is written. */
    static boolean areOne(List<String> times) {
        return times.stream().map(Timestamps::parsed).distinct().count() <= 1;
    }

    /** Whether each time is at or after the one before. */
    static boolean neverGoBack(List<String> times) {
        for (int i = 1; i < times.size(); i++) {
            if (parsed(times.get(i))
                    .orElseThrow()
                    .isBefore(parsed(times.get(i - 1)).orElseThrow())) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Instant> parsed(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
