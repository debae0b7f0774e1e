package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Defect.breaking;
import static dev.touchstone.reference.StatelessBehaviours.meta;
import static dev.touchstone.reference.ToolBehaviours.ECHO;
import static dev.touchstone.reference.ToolBehaviours.FAILURE;
import static dev.touchstone.reference.ToolBehaviours.calling;
import static dev.touchstone.reference.ToolBehaviours.of;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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
                    params -> params.path("requestState").asText().contains("not-a-state")))),

    /** A state is handed out with a result that is complete. */
    STATE_WITHOUT_QUESTION(breaking(
            "mrtr.result-type", () -> calling(of(ECHO), result -> result.put("requestState", "go on")))),

    /** A result asks for input and does not say for which. */
    QUESTION_OF_NOTHING(breaking("mrtr.requests-or-state", () -> calling(of(FAILURE), MrtrFault::ask))),

    /** A client is asked for the time. */
    QUESTION_OF_ANOTHER_KIND(breaking(
            "mrtr.input-requests.kinds", () -> calling(of(FAILURE), result -> ask(result, "{\"method\":\"ping\"}")))),

    /** Whoever calls is asked for a name. */
    ELICITS_FROM_ANYBODY(breaking(
            "mrtr.capability.elicitation",
            () -> calling(
                    of(FAILURE),
                    result -> ask(
                            result,
                            "{\"method\":\"elicitation/create\",\"params\":{\"message\":\"Who?\",\"requestedSchema\":"
                                    + "{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}}")))),

    /** Whoever calls is asked for the roots. */
    ASKS_ANYBODY_FOR_ROOTS(breaking(
            "mrtr.capability.sampling-and-roots",
            () -> calling(of(FAILURE), result -> ask(result, "{\"method\":\"roots/list\"}")))),

    /** A question may be kept for a minute. */
    QUESTION_TO_BE_KEPT(breaking(
            "caching.input-required.no-hints",
            () -> calling(
                    of(FAILURE),
                    result -> ask(result)
                            .put("requestState", "go on")
                            .put("ttlMs", 60_000)
                            .put("cacheScope", "public"))));

    private final Defect defect;

    MrtrFault(Defect defect) {
        this.defect = defect.stateless();
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Makes a result a question. */
    private static ObjectNode ask(ObjectNode result) {
        result.remove(List.of("content", "isError"));
        return result.put("resultType", "input_required");
    }

    private static void ask(ObjectNode result, String request) {
        ask(result).withObject("/inputRequests").set("k", Behaviours.parse(request));
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
