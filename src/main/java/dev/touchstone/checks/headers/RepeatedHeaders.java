package dev.touchstone.checks.headers;

import static dev.touchstone.client.StatelessClient.METHOD;
import static dev.touchstone.client.StatelessClient.NAME;
import static dev.touchstone.client.StreamableClient.PROTOCOL_VERSION;

import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The headers that repeat what the body says: there, and equal. */
@Conformance
class RepeatedHeaders {
    private static final String OTHER_METHOD = "headers.method.mismatch.rejected";
    private static final String OTHER_NAME = "headers.name.mismatch.rejected";
    private static final String OTHER_VERSION = "headers.version.mismatch.rejected";
    private static final UnaryOperator<Probe> WRONG_METHOD = probe -> probe.with(METHOD, "touchstone/other");
    private static final UnaryOperator<Probe> WRONG_NAME = probe -> probe.with(NAME, "touchstone-other");
    private static final UnaryOperator<Probe> WRONG_VERSION = probe -> probe.with(PROTOCOL_VERSION, "1900-01-01");

    @Verifies("headers.version.missing.rejected")
    void a_request_without_the_version_header_is_refused(
            StatelessClient client, Discovered discovered, Siblings siblings, Expect expect) {
        List<String> old = siblings.spokenInAnyEra().stream()
                .filter(revision -> !Revision.hasVersionHeader(revision))
                .toList();
        if (!old.isEmpty()) {
            throw new NotApplicable("the server also speaks " + old.get(0)
                    + ", whose clients send no version header, so it may take the request for one of theirs");
        }
        HeaderProbe probe = new HeaderProbe(client, discovered, expect);
        judge(
                "without " + PROTOCOL_VERSION,
                probe.served(request -> request.without(PROTOCOL_VERSION)),
                OTHER_VERSION,
                () -> probe.served(WRONG_VERSION),
                expect);
    }

    @Verifies(OTHER_VERSION)
    void a_version_header_that_differs_from_the_metadata_is_refused(
            StatelessClient client, Discovered discovered, Expect expect) {
        String label = "with another " + PROTOCOL_VERSION;
        Exchange answer = new HeaderProbe(client, discovered, expect).served(WRONG_VERSION);
        if (isUnsupported(answer)) {
            expect.deviates(
                    label + ": a refusal by JSON-RPC error " + ErrorCode.HEADER_MISMATCH,
                    "error " + ErrorCode.UNSUPPORTED_VERSION
                            + ": the header names a version that is not spoken, and which is looked at first is not laid"
                            + " down");
            return;
        }
        expect(label, answer, expect);
    }

    /** The other version is one that nobody speaks, so that there are two reasons to refuse. */
    private static boolean isUnsupported(Exchange answer) {
        return answer.refused() && answer.errorCode() == ErrorCode.UNSUPPORTED_VERSION;
    }

    @Verifies("headers.method.missing.rejected")
    void a_request_without_the_method_header_is_refused(StatelessClient client, Discovered discovered, Expect expect) {
        HeaderProbe probe = new HeaderProbe(client, discovered, expect);
        judge(
                "without " + METHOD,
                probe.served(request -> request.without(METHOD)),
                OTHER_METHOD,
                () -> probe.served(WRONG_METHOD),
                expect);
    }

    @Verifies(OTHER_METHOD)
    void a_method_header_that_differs_from_the_body_is_refused(
            StatelessClient client, Discovered discovered, Expect expect) {
        HeaderProbe probe = new HeaderProbe(client, discovered, expect);
        String capitals = discovered.servedMethod().toUpperCase(Locale.ROOT);

        expect("with another " + METHOD, probe.served(WRONG_METHOD), expect);
        expect("with " + METHOD + " in capitals", probe.served(request -> request.with(METHOD, capitals)), expect);
    }

    @Verifies("headers.name.missing.rejected")
    void a_request_for_something_without_the_name_header_is_refused(
            StatelessClient client, Discovered discovered, Expect expect) {
        HeaderProbe probe = new HeaderProbe(client, discovered, expect);
        List<Exchange> lacking = probe.named(request -> request.without(NAME));
        List<Exchange> wrong = probe.named(WRONG_NAME);
        for (int i = 0; i < lacking.size(); i++) {
            Exchange other = wrong.get(i);
            judge("without " + NAME, lacking.get(i), OTHER_NAME, () -> other, expect);
        }
    }

    @Verifies(OTHER_NAME)
    void a_name_header_that_differs_from_the_params_is_refused(
            StatelessClient client, Discovered discovered, Expect expect) {
        new HeaderProbe(client, discovered, expect)
                .named(WRONG_NAME)
                .forEach(answer -> expect("with another " + NAME, answer, expect));
    }

    @Verifies("headers.rejection.http-400")
    void the_refusal_of_headers_has_status_400(StatelessClient client, Discovered discovered, Expect expect) {
        List<Exchange> refusals = refusals(client, discovered, expect);
        refusals.forEach(answer -> expect.that(answer).status(400));
    }

    @Verifies("headers.rejection.error-body")
    void the_refusal_of_headers_is_a_json_rpc_error_with_the_id_of_the_request(
            StatelessClient client, Discovered discovered, Expect expect) {
        for (Exchange answer : refusals(client, discovered, expect)) {
            boolean repeated = answer.json()
                    .filter(error -> error.path("id")
                            .equals(Json.parse(answer.request().body())
                                    .orElseThrow()
                                    .path("id")))
                    .isPresent();
            expect.that(answer)
                    .holds(
                            answer.errorCode() == ErrorCode.HEADER_MISMATCH && repeated,
                            "JSON with error " + ErrorCode.HEADER_MISMATCH + " and the id of the request");
        }
    }

    private static List<Exchange> refusals(StatelessClient client, Discovered discovered, Expect expect) {
        List<Exchange> refusals = new HeaderProbe(client, discovered, expect)
                .everyDefect().stream().filter(HeaderProbe::refused).toList();
        if (refusals.isEmpty()) {
            throw Inconclusive.blockedBy(OTHER_METHOD, "no defect of a header is refused");
        }
        return refusals;
    }

    /** Who accepts any value does not look at the header, and misses its absence for the same reason. */
    private static void judge(String label, Exchange lacking, String other, Supplier<Exchange> wrong, Expect expect) {
        if (!HeaderProbe.refused(lacking) && isTaken(wrong.get())) {
            throw Inconclusive.blockedBy(other, "any value is taken, so its absence is, too");
        }
        expect(label, lacking, expect);
    }

    private static boolean isTaken(Exchange wrong) {
        return !HeaderProbe.refused(wrong) && !isUnsupported(wrong);
    }

    private static void expect(String label, Exchange answer, Expect expect) {
        expect.that(label, answer)
                .holds(HeaderProbe.refused(answer), "a refusal by JSON-RPC error " + ErrorCode.HEADER_MISMATCH);
    }
}
