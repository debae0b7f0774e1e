package dev.touchstone.checks.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.junit.Violations.Found;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Received;
import java.util.List;

/** What status notifications say, if any were sent in the run. */
@Conformance
@Afterwards
class StatusNotifications {
    private static final String FULL_TASK = "tasks.status-notification.full-task";
    private static final int MOST = 10;

    @Verifies(FULL_TASK)
    void a_status_notification_holds_the_whole_task(Recorded recorded, Violations violations, Expect expect) {
        List<Received> sent = sent(recorded, expect);
        List<Found> wrong = violations.of(FULL_TASK).stream().limit(MOST).toList();

        wrong.forEach(found -> {
            expect.seen(found.received().exchange());
            expect.holds(false, found.expected(), found.seen());
        });
        if (wrong.isEmpty()) {
            expect.holds(true, "the whole task", sent.size() + " status notifications with the whole task");
        }
    }

    @Verifies("tasks.status-notification.no-related-meta")
    void a_status_notification_does_not_name_its_task_twice(Recorded recorded, Expect expect) {
        for (Received received : sent(recorded, expect).stream().limit(MOST).toList()) {
            JsonNode meta = received.message().at("/params/_meta");
            boolean named = meta.has(TaskMessages.RELATED_TASK);
            expect.holds(
                    !named,
                    "no " + TaskMessages.RELATED_TASK + " in a status notification",
                    "a status notification " + (named ? "with it" : "without it"));
        }
    }

    private static List<Received> sent(Recorded recorded, Expect expect) {
        List<Received> sent = recorded.messages(Received.Kind.NOTIFICATION).stream()
                .filter(received -> received.method().equals("notifications/tasks/status"))
                .toList();
        if (sent.isEmpty()) {
            throw new NotApplicable("no status notification came in the whole run");
        }
        sent.stream().limit(MOST).forEach(received -> expect.seen(received.exchange()));
        return sent;
    }
}
