package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Reply;
import java.util.concurrent.atomic.AtomicReference;

/** What servers without sessions give away, and what brings them down. */
enum SecurityFault implements Fault {

    /** An error of one client names what the one before it looked for. */
    ERROR_NAMES_THE_LAST_TOOL(
            breaking("security.no-cross-request-leak", Gossip::new).alone()),

    /** Deep JSON overflows the stack of the parser. */
    DEEP_JSON_OVERFLOWS(breaking(
            "security.robust-to-hostile-input",
            () -> intercepting(
                    r -> r.is("POST")
                            && r.json().isEmpty()
                            && r.header("Content-Length").orElse("").length() > 4,
                    r -> Reply.text(500, "text/plain", "Internal Server Error")))),

    /** Errors come with the trace of the exception. */
    ERROR_WITH_STACK_TRACE(breaking(
            "security.error-hygiene",
            () -> amending(
                    r -> r.asks("server/discover"),
                    reply -> StatelessBehaviours.refusal(reply, -32602)
                            ? Behaviours.document(
                                    reply,
                                    d -> d.withObject("/error/data")
                                            .put("trace", "at com.example.Rpc.handle(Rpc.java:12)"))
                            : reply)));

    private final Defect defect;

    SecurityFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Adds to the error for an unknown tool the name that was asked for before. */
    private static final class Gossip implements Behaviour {
        private final AtomicReference<String> last = new AtomicReference<>("");

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            String before = call.method().equals("tools/call")
                    ? last.getAndSet(call.params().path("name").asText())
                    : "";
            if (response.path("error") instanceof ObjectNode error && !before.isEmpty()) {
                error.put("message", error.path("message").asText() + "; the last one was " + before);
            }
            return response;
        }
    }
}
