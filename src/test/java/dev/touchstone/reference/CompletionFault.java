package dev.touchstone.reference;

import static dev.touchstone.reference.Behaviours.answering;
import static dev.touchstone.reference.Behaviours.crashing;
import static dev.touchstone.reference.Behaviours.error;
import static dev.touchstone.reference.Behaviours.initializing;
import static dev.touchstone.reference.Behaviours.resulting;
import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import java.util.function.Consumer;

/** What servers get wrong about completion. */
enum CompletionFault implements Fault {

    /** Completions are served and not declared. */
    UNDECLARED_COMPLETIONS(breaking(
                    "completion.capability.declared",
                    () -> initializing(
                            result -> result.withObject("/capabilities").remove("completions")))
            .everywhere()
            .only("2025-03-26", "2025-06-18", "2025-11-25")),

    /** Completions are not declared, and refused as invalid. */
    UNDECLARED_COMPLETIONS_INVALID(breaking("completion.undeclared.method-not-found", () -> undeclared(-32602))
            .everywhere()
            .only("2025-03-26", "2025-06-18", "2025-11-25")),

    /** The values are at the top of the result. */
    VALUES_AT_THE_TOP(breaking(
                    "completion.result.shape",
                    () -> resulting(
                            "completion/complete", result -> result.setAll((ObjectNode) result.remove("completion"))))
            .inEveryEra()),

    /** The values are objects with labels. */
    VALUES_WITH_LABELS(breaking("completion.result.shape", () -> completing(CompletionFault::labelled))
            .inEveryEra()),

    /** All values there are come at once. */
    HUNDREDS_OF_VALUES(breaking("completion.result.max-100", () -> completing(CompletionFault::many))
            .inEveryEra()),

    /** There is always more, though the total is reached. */
    HAS_MORE_ALWAYS(breaking(
                    "completion.result.total-consistent",
                    () -> completing(completion -> completion.put("hasMore", true)))
            .inEveryEra()),

    /** Only templates can be completed. */
    PROMPTS_NOT_COMPLETED(
            breaking("completion.ref.prompt", () -> refusing("ref/prompt")).inEveryEra()),

    /** Only prompts can be completed. */
    TEMPLATES_NOT_COMPLETED(
            breaking("completion.ref.resource", () -> refusing("ref/resource")).inEveryEra()),

    /** A context is an unknown member. */
    CONTEXT_REFUSED(breaking(
                    "completion.context.accepted",
                    () -> answering(
                            call -> call.method().equals("completion/complete")
                                    && call.params().has("context"),
                            response -> error(response, -32602, "unrecognized keys")))
            .since("2025-06-18")),

    /** For an unknown prompt nothing is suggested. */
    UNKNOWN_PROMPT_COMPLETED(breaking(
                    "completion.errors.unknown-prompt",
                    () -> answering(
                            call -> call.method().equals("completion/complete")
                                    && call.params().at("/ref/name").asText().startsWith("touchstone-"),
                            CompletionFault::nothing))
            .since("2025-03-26")),

    /** A completion without a reference is an internal error. */
    MISSING_REF_INTERNAL_ERROR(breaking(
                    "completion.errors.missing-arguments",
                    () -> answering(
                            call -> call.method().equals("completion/complete")
                                    && !call.params().has("ref"),
                            response -> error(response, -32603, "Cannot read properties of undefined")))
            .since("2025-03-26")),

    /** A long value crashes the server. */
    CRASHES_ON_LONG_VALUE(breaking(
                    "completion.inputs-validated",
                    () -> crashing(
                            "completion/complete",
                            params -> params.at("/argument/value").asText().length() > 100_000))
            .inEveryEra()),

    /** A reference of any type is completed. */
    COMPLETES_ANY_TYPE(breaking(
                    "completion.inputs-validated",
                    () -> answering(
                            call -> call.method().equals("completion/complete")
                                    && call.params().at("/ref/type").asText().equals("ref/tool"),
                            CompletionFault::nothing))
            .inEveryEra());

    private final Defect defect;

    CompletionFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    private static Behaviour completing(Consumer<ObjectNode> change) {
        return resulting("completion/complete", result -> change.accept(result.withObject("/completion")));
    }

    private static Behaviour refusing(String type) {
        return answering(
                call -> call.params().at("/ref/type").asText().equals(type)
                        && !call.params().at("/ref/name").asText().startsWith("touchstone-"),
                response -> error(response, -32603, "not implemented"));
    }

    private static Behaviour undeclared(int code) {
        return answering(call -> !call.revision().equals("2024-11-05"), response -> {
            if (response.at("/result/capabilities") instanceof ObjectNode capabilities) {
                capabilities.remove("completions");
            }
            return response.at("/result/completion").isMissingNode() ? response : error(response, code, "no completer");
        });
    }

    private static void labelled(ObjectNode completion) {
        JsonNode values = completion.get("values");
        ArrayNode labelled = completion.putArray("values");
        values.forEach(value -> labelled.addObject().put("value", value.asText()));
    }

    private static void many(ObjectNode completion) {
        ArrayNode values = completion.putArray("values");
        values.add("Ada");
        for (int number = 2; number <= 250; number++) {
            values.add("Ada " + number);
        }
        completion.put("total", 250);
    }

    private static ObjectNode nothing(ObjectNode response) {
        response.remove("error");
        response.putObject("result").putObject("completion").putArray("values");
        return response;
    }
}
