package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.amending;
import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Behaviours.negotiating;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;

/** What else servers get wrong about initialize: parts of requirements that {@link LifecycleFault} breaks as a whole. */
enum NegotiationFault implements Fault {

    /** Every version is agreed to, whatever it is. */
    AGREES_TO_EVERYTHING(breaking("lifecycle.version.future-version", () -> negotiating((asked, supported) -> asked))),

    /** An outdated revision is refused with an error that lists what is spoken: only a warning, since it is of use. */
    OLD_VERSION_REFUSED_WITH_A_LIST(breaking(
                    "lifecycle.version.counter-offer",
                    () -> answering(
                            call -> call.method().equals("initialize")
                                    && version(call).compareTo("2024-11-05") < 0,
                            NegotiationFault::listing))
            .everywhere()),

    /** An older revision, which is gone, makes the handshake crash, and the framework answers by its error page. */
    OLDER_VERSION_ERROR_PAGE(breaking(
                    "lifecycle.version.counter-offer",
                    () -> Behaviours.intercepting(
                            request -> request.asks("initialize")
                                    && request.json()
                                            .orElseThrow()
                                            .at("/params/protocolVersion")
                                            .asText()
                                            .equals("2025-03-26"),
                            request -> Behaviours.errorPage()))
            .only("2025-06-18", "2025-11-25")),

    /** After a version that is no date nobody can initialize any more. */
    STRANGE_VERSION_POISONS(breaking("lifecycle.errors.version-mismatch-handled", Poisoned::new)
            .everywhere()
            .alone()),

    /** A capability is switched on by true instead of an object. */
    CAPABILITY_IS_TRUE(breaking(
                    "lifecycle.initialize.capabilities-object",
                    () -> initializing(
                            result -> result.withObject("/capabilities").put("experimental", true)))
            .everywhere()),

    /** The server has a version and no name. */
    SERVER_NAME_ABSENT(breaking(
                    "lifecycle.initialize.server-info",
                    () -> initializing(
                            result -> result.withObject("/serverInfo").remove("name")))
            .everywhere()),

    /** The result of initialize comes with status 500. */
    INITIALIZE_WITH_500(breaking(
            "lifecycle.initialize.result",
            () -> amending(
                    request -> request.asks("initialize") && Behaviours.atEndpoint(request),
                    reply -> reply.status() == 200 ? reply.withStatus(500) : reply)));

    private final Defect defect;

    NegotiationFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static String version(Call call) {
        return call.params().path("protocolVersion").asText();
    }

    private static ObjectNode listing(ObjectNode response) {
        error(response, -32602, "Unsupported protocol version")
                .withObject("/error/data")
                .putArray("supported")
                .add("2025-11-25");
        return response;
    }

    private static final class Poisoned implements Behaviour {
        private volatile boolean dead;

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            if (!call.method().equals("initialize")) {
                return response;
            }
            boolean refused = dead;
            dead |= version(call).equals("1.0.0");
            return refused ? error(response, -32603, "no formatter") : response;
        }
    }
}
