package dev.touchstone.checks.schema;

import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verdicts;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.schema.SchemaBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every message of the run against the schema of its revision. */
@Conformance
@Afterwards(last = true)
class WholeMessages {

    @Verifies(SchemaBook.REST)
    void every_message_is_as_the_schema_of_its_revision_wants_it(
            Violations violations, Catalogue catalogue, Verdicts verdicts, Expect expect) {
        List<Received> messages = violations.messages();
        if (messages.isEmpty()) {
            throw new Inconclusive("the server sent no message under this revision");
        }
        Set<String> kinds = new HashSet<>();
        messages.stream()
                .filter(received -> kinds.add(received.kind() + " " + received.method()))
                .forEach(received -> expect.seen(received.exchange()));

        List<Violations.Found> found = violations.ofAndOrphans(SchemaBook.REST, catalogue, verdicts);
        if (found.isEmpty()) {
            expect.holds(
                    true,
                    "nothing wrong",
                    messages.size() + " messages of " + kinds.size() + " kinds have no fault of their own");
        } else {
            Passively.none(expect, found, List.of());
        }
    }
}
