package dev.touchstone.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A block of an event stream: the lines up to a blank line, as they came.
 *
 * @param fields the lines
 * @param end how many bytes of the stream there were up to its end
 * @param complete whether the blank line that ends it came
 */
public record SseEvent(List<SseField> fields, int end, boolean complete) {
    /** Copies the lines. */
    public SseEvent {
        fields = List.copyOf(fields);
    }

    /** The event type, {@code message} when none is given. */
    public String type() {
        return last("event").filter(type -> !type.isEmpty()).orElse("message");
    }

    /** The data lines joined by line feeds, empty when there are none. */
    public String data() {
        return fields.stream()
                .filter(field -> field.name().equals("data"))
                .map(SseField::value)
                .collect(Collectors.joining("\n"));
    }

    /** Whether there is any data line. */
    public boolean hasData() {
        return fields.stream().anyMatch(field -> field.name().equals("data"));
    }

    /** The id line of this very block; clients carry ids over, this does not. Ids with NUL are ignored, as clients do. */
    public Optional<String> id() {
        return last("id").filter(id -> id.indexOf('\0') < 0);
    }

    /** The retry line of this block, as it came. */
    public Optional<String> retry() {
        return last("retry");
    }

    /**
     * Whether it carries what an event of its type may: a JSON-RPC message, or an array of them, in events of type
     * {@code message}, which may also be empty; no message in events of other types.
     */
    public boolean carriesWhatItMay() {
        Optional<JsonNode> json = Json.parse(data());
        return type().equals("message")
                ? data().isEmpty() || json.filter(SseEvent::isMessages).isPresent()
                : json.filter(JsonRpc::hasMembersOfMessage).isEmpty();
    }

    private static boolean isMessages(JsonNode data) {
        boolean all = !data.isEmpty();
        for (JsonNode member : data.isArray() ? data : List.of(data)) {
            all &= JsonRpc.hasMembersOfMessage(member);
        }
        return all;
    }

    /** The event in a few words, its data cut short. */
    public String inShort() {
        return "an event of type " + Shown.text(type()) + " with data " + Shown.text(data());
    }

    private Optional<String> last(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(SseField::value)
                .reduce((first, second) -> second);
    }
}
