package dev.touchstone.checks.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.checks.parts.Problems;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Afterwards;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Recorded;
import dev.touchstone.junit.Verifies;
import dev.touchstone.junit.Violations;
import dev.touchstone.junit.Violations.Found;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Received;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results that ask for input, wherever one came up in the run. */
@Conformance
@Afterwards
class Questions {
    private static final String REQUESTS = "inputRequests";
    private static final String STATE = "requestState";
    private static final String REQUESTS_OR_STATE = "mrtr.requests-or-state";
    private static final String KINDS = "mrtr.input-requests.kinds";

    private static final Set<String> MAY_ASK = Set.of("tools/call", "prompts/get", "resources/read");

    /** What a client declares to be asked each of the other requests. */
    private static final Map<String, String> OTHERS =
            Map.of("sampling/createMessage", "sampling", "roots/list", "roots");

    @Verifies("mrtr.result-type")
    void a_result_that_asks_for_input_says_so_in_its_type(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> questions = questions(recorded, expect);
        for (Received question : questions) {
            JsonNode type = question.result().path("resultType");
            problems.unless(isMarked(question), where(question), "resultType is " + Shown.of(type));
        }
        problems.judge(expect, "resultType is \"input_required\"", questions.size() + " questions of that type");
    }

    @Verifies(REQUESTS_OR_STATE)
    void a_result_that_asks_for_input_has_requests_or_a_state(Recorded recorded, Violations violations, Expect expect) {
        Problems problems = new Problems();
        List<Received> questions = questions(recorded, expect);
        for (Received question : questions) {
            JsonNode requests = question.result().path(REQUESTS);
            boolean nothing = requests.isObject()
                    && requests.isEmpty()
                    && !question.result().has(STATE);
            problems.unless(!nothing, where(question), "inputRequests is empty and requestState absent");
        }
        judge(violations.of(REQUESTS_OR_STATE), expect);
        problems.judge(expect, "inputRequests, requestState or both", questions.size() + " questions with one of them");
    }

    @Verifies(KINDS)
    void what_is_asked_for_is_input_that_a_client_can_give(Recorded recorded, Violations violations, Expect expect) {
        List<Received> asking = asking(recorded, expect);
        judge(violations.of(KINDS), expect);
        expect.holds(true, "elicitation, sampling or roots", asking.size() + " questions, all of these kinds");
    }

    private static void judge(List<Found> violations, Expect expect) {
        violations.forEach(found -> {
            expect.seen(found.received().exchange());
            expect.holds(false, found.expected(), found.seen());
        });
    }

    @Verifies("mrtr.capability.elicitation")
    void nobody_is_asked_by_elicitation_who_did_not_declare_it(Recorded recorded, Expect expect) {
        judgeDeclared(Map.of("elicitation/create", "elicitation"), recorded, expect);
    }

    @Verifies("mrtr.capability.sampling-and-roots")
    void nobody_is_asked_for_sampling_or_roots_who_did_not_declare_them(Recorded recorded, Expect expect) {
        judgeDeclared(OTHERS, recorded, expect);
    }

    private static void judgeDeclared(Map<String, String> needed, Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        int asked = 0;
        for (Received question : asking(recorded, expect)) {
            JsonNode capabilities = declared(question);
            for (JsonNode request : question.result().path(REQUESTS)) {
                String method = request.path("method").asText();
                if (needed.containsKey(method)) {
                    asked++;
                    boolean fine = capabilities.has(needed.get(method));
                    problems.unless(fine, where(question), method + " is asked of a client that declares none");
                }
            }
        }
        if (asked == 0) {
            throw new NotApplicable("no result of the run asks for "
                    + String.join(" or ", needed.keySet().stream().sorted().toList()));
        }
        problems.judge(expect, "what the client declares", asked + " requests that the client declares");
    }

    private static JsonNode declared(Received question) {
        return Json.parse(question.exchange().request().body())
                .map(request -> request.path("params").path("_meta").path(StatelessClient.CAPABILITIES_KEY))
                .orElseGet(Json::object);
    }

    @Verifies("caching.input-required.no-hints")
    void a_question_is_not_to_be_kept(Recorded recorded, Expect expect) {
        Problems problems = new Problems();
        List<Received> questions =
                questions(recorded, expect).stream().filter(Questions::isMarked).toList();
        if (questions.isEmpty()) {
            throw Inconclusive.blockedBy("mrtr.result-type", "what asks for input is marked as complete");
        }
        for (Received question : questions) {
            boolean hinted = question.result().has("ttlMs") || question.result().has("cacheScope");
            problems.unless(!hinted, where(question), "has ttlMs or cacheScope");
        }
        problems.judge(expect, "neither ttlMs nor cacheScope", questions.size() + " questions without hints");
    }

    /** The results that ask for input by their type or by what is in them; types of extensions have rules of their own. */
    private static List<Received> questions(Recorded recorded, Expect expect) {
        List<Received> questions = recorded.messages(Received.Kind.RESULT).stream()
                .filter(received -> MAY_ASK.contains(received.method()))
                .filter(received -> isMarked(received) || (isOrdinary(received) && hasQuestion(received)))
                .toList();
        if (questions.isEmpty()) {
            throw new NotApplicable("no result of the run asks for input");
        }
        questions.forEach(question -> expect.seen(question.exchange()));
        return questions;
    }

    /** The questions that name what they ask for. */
    private static List<Received> asking(Recorded recorded, Expect expect) {
        List<Received> asking = questions(recorded, expect).stream()
                .filter(question -> question.result().has(REQUESTS))
                .toList();
        if (asking.isEmpty()) {
            throw new NotApplicable("no result of the run has inputRequests");
        }
        return asking;
    }

    private static boolean isOrdinary(Received received) {
        return received.result().path("resultType").asText("complete").equals("complete");
    }

    private static boolean hasQuestion(Received received) {
        return received.result().has(REQUESTS) || received.result().has(STATE);
    }

    private static boolean isMarked(Received received) {
        return received.result().path("resultType").asText().equals("input_required");
    }

    private static String where(Received question) {
        return question.method() + " (exchange " + question.exchange().number() + "):";
    }
}
