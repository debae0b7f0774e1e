package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.intercepting;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.of;
import static dev.touchstone.reference.ToolBehaviours.responding;
import static dev.touchstone.reference.ToolBehaviours.toolName;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Reply;
import java.util.List;
import java.util.UUID;

/** What servers get wrong about features of the client: sampling, elicitation and roots. */
enum ClientFeatureFault implements Fault {

    /** A tool asks the client to sample without looking whether it can, where the text advises against it. */
    SAMPLES_UNDER_OLD_REVISION(breaking("sampling.only-if-declared.should", () -> asking(Ask.SAMPLE))
            .everywhere()
            .only("2024-11-05", "2025-03-26")),

    /** A tool asks the client to sample without looking whether it can, where the text forbids it. */
    SAMPLES_UNDER_NEW_REVISION(
            breaking("sampling.only-if-declared.must", () -> asking(Ask.SAMPLE)).sinceVersionHeader()),

    /** A tool asks the user without looking whether the client can. */
    ELICITS_UNDECLARED(
            breaking("elicitation.only-if-declared", () -> asking(Ask.ELICIT)).sinceVersionHeader()),

    /** The code for required elicitations is used for a tool that does not exist. */
    ELICITATION_CODE_FOR_UNKNOWN_TOOL(breaking(
                    "elicitation.required-error.only-then",
                    () -> responding(
                            call -> toolName(call).startsWith("touchstone"), r -> error(r, -32042, "unknown tool")))
            .only("2025-11-25")),

    /** An elicitation that is required is one by form. */
    REQUIRED_ELICITATION_BY_FORM(breaking(
                    "elicitation.required-error.url-mode-only",
                    () -> responding(call -> toolName(call).startsWith("touchstone"), response -> {
                        error(response, -32042, "log in first")
                                .withObject("/error/data")
                                .putArray("elicitations")
                                .addObject()
                                .put("mode", "form")
                                .put("message", "Your name?");
                        return response;
                    }))
            .only("2025-11-25")),

    /** A notification that is of no interest is refused. */
    ROOTS_CHANGE_REFUSED(breaking(
                    "roots.list-changed.accepted",
                    () -> intercepting(
                            request -> request.rpcMethod().equals("notifications/roots/list_changed"),
                            request -> Reply.notice(400, "unknown_method", "no roots here")))
            .everywhere());

    private final Defect defect;

    ClientFeatureFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Asks the client something whenever a tool is called, each time under another id. */
    private static Behaviour asking(String request) {
        return new Tells(
                of(ECHO),
                (call, told) ->
                        Behaviours.joined(told, List.of(Behaviours.parse(request.formatted(UUID.randomUUID())))));
    }

    /** Complete requests to a client but for their id. */
    private static final class Ask {
        static final String SAMPLE = "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"sampling/createMessage\","
                + "\"params\":{\"messages\":[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"Hi\"}}],"
                + "\"maxTokens\":5}}";
        static final String ELICIT = "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"elicitation/create\","
                + "\"params\":{\"message\":\"Your name?\",\"requestedSchema\":{\"type\":\"object\",\"properties\":"
                + "{\"name\":{\"type\":\"string\"}}}}}";

        private Ask() {}
    }
}
