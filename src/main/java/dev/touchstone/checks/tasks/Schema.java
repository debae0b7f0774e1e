package dev.touchstone.checks.tasks;

import dev.touchstone.client.Reply;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.schema.SchemaBook;
import dev.touchstone.wire.schema.Violation;
import java.util.List;

/** Replies held against the schemas of their revision. */
final class Schema {
    private Schema() {}

    /** What breaks a requirement in a reply. */
    static List<Violation> violations(Reply reply, String method, String requirement) {
        String revision = reply.evidence().get(0).revision();
        return reply.message().stream()
                .flatMap(message ->
                        SchemaBook.of(revision).violations(Received.kindOf(message), method, message).stream())
                .filter(violation -> violation.requirement().equals(requirement))
                .toList();
    }

    /** Reports what breaks a requirement in a reply, or that nothing does. */
    static void judge(Reply reply, String method, String requirement, Expect expect) {
        List<Violation> violations = violations(reply, method, requirement);
        expect.seen(reply);
        for (Violation violation : violations) {
            String place = method + " " + violation.pointer();
            expect.holds(false, place + " is " + violation.expected(), place + " is " + violation.seen());
        }
        if (violations.isEmpty()) {
            expect.holds(true, "as the schema says", method + " is as the schema says");
        }
    }
}
