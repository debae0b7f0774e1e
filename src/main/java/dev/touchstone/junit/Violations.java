package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Untested;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.schema.SchemaBook;
import dev.touchstone.wire.schema.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong in the messages of the whole run by the schemas of their revision, each thing under the requirement that
 * it breaks. Like {@link Recorded} it is for checks that are marked {@link Afterwards}.
 */
@Shared(Shared.Per.DIALECT)
public final class Violations {
    private final List<Found> all = new ArrayList<>();
    private final List<Received> messages;
    private final Dialect dialect;

    /**
     * A violation and the message that it is in.
     *
     * @param received the message
     * @param violation what is wrong
     */
    public record Found(Received received, Violation violation) {
        /** What should be there, with the place: {@code tools/list /result/tools/0/name is a string}. */
        public String expected() {
            return place() + " is " + violation.expected();
        }

        /** What is there, with the place. */
        public String seen() {
            return place() + " is " + violation.seen();
        }

        /** The same for violations that differ by the item of a list alone: one tool is as wrong as the next. */
        public String alike() {
            return received.method() + flaw();
        }

        /** What is wrong, in whatever message. */
        private String flaw() {
            return violation.pointer().replaceAll("/\\d+", "/*") + violation.expected();
        }

        private String place() {
            String method = received.method().isEmpty() ? "a response" : received.method();
            return violation.pointer().isEmpty() ? method : method + " " + violation.pointer();
        }
    }

    Violations(Dialect dialect, Recorded recorded) {
        this.dialect = dialect;
        SchemaBook book = SchemaBook.of(dialect.revision().id());
        Map<Object, List<Violation>> known = new HashMap<>();
        this.messages = recorded.messages().stream()
                .filter(received -> received.kind() != Received.Kind.UNKNOWN && recorded.isMessage(received))
                .toList();
        for (Received received : messages) {
            known.computeIfAbsent(
                            likeness(received),
                            key -> book.violations(received.kind(), received.method(), received.message()))
                    .forEach(violation -> all.add(new Found(received, violation)));
        }
    }

    /** The messages that were judged. */
    public List<Received> messages() {
        return messages;
    }

    /** The same for messages that differ by the value of their id alone. */
    private static Object likeness(Received received) {
        ObjectNode message = ((ObjectNode) received.message()).objectNode().setAll((ObjectNode) received.message());
        JsonNode id = message.path("id");
        message.put("id", id.getNodeType() + (id.isNumber() ? id.numberType().toString() : ""));
        return List.of(received.kind(), received.method(), message);
    }

    /** What breaks a requirement, in order. */
    public List<Found> of(String requirement) {
        return all.stream()
                .filter(found -> found.violation().requirement().equals(requirement))
                .toList();
    }

    /**
     * What breaks a requirement, together with what would break others that have no check of their own in this revision,
     * and with what the checks of others did not come to see: so that nothing that is wrong is in nobody's verdict. Others
     * that were not to be judged in this run keep what is theirs, and what is shown for another verdict is not red again.
     */
    public List<Found> ofAndOrphans(String requirement, Catalogue catalogue, Verdicts verdicts) {
        Set<String> shown = all.stream()
                .filter(found -> verdicts.show(found.received().exchange()))
                .map(Found::flaw)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(found -> {
                    String heir = heir(found.violation().requirement(), requirement, catalogue, dialect.revision());
                    return heir.equals(requirement) || (verdicts.foundNothing(heir) && !shown.contains(found.flaw()));
                })
                .toList();
    }

    /** The requirement in whose verdict a violation shows: its own, the one it was merged into, or the rest. */
    static String heir(String named, String rest, Catalogue catalogue, Revision revision) {
        Requirement owner = catalogue.find(named).orElse(null);
        if (owner == null) {
            return rest;
        } else if (owner.tested() && owner.appliesTo(revision)) {
            return named;
        }
        return owner.untested()
                .flatMap(Untested::into)
                .filter(into -> !into.equals(named))
                .map(into -> heir(into, rest, catalogue, revision))
                .orElse(rest);
    }
}
