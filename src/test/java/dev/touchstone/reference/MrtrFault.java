package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.StatelessBehaviours.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What servers without sessions get wrong when they ask their clients for input. */
enum MrtrFault implements Fault {

    /** Who can be asked is asked for a workspace before any tools are listed. */
    LIST_ASKS_FOR_INPUT(breaking(
            "mrtr.only-supported-methods",
            () -> answering(
                    call -> call.method().equals("tools/list")
                            && meta(call.request())
                                    .path(StatelessBehaviours.CAPABILITIES)
                                    .has("roots"),
                    MrtrFault::asking))),

    /** A state that does not decode crashes the server. */
    CRASHES_ON_STATE(breaking(
            "mrtr.state.untrusted-input",
            () -> crashing(
                    "prompts/get",
                    params -> params.path("requestState").asText().contains("not-a-state"))));

    private final Defect defect;

    MrtrFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static ObjectNode asking(ObjectNode response) {
        ObjectNode result = (ObjectNode) response.get("result");
        result.removeAll();
        result.put("resultType", "input_required");
        result.withObject("/inputRequests/workspace").put("method", "roots/list");
        result.withObject("/_meta")
                .putObject(StatelessBehaviours.SERVER_INFO)
                .put("name", "demo")
                .put("version", "1.0.0");
        return response;
    }
}
