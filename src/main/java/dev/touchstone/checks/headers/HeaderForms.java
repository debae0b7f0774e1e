package dev.touchstone.checks.headers;

import static dev.touchstone.client.StatelessClient.METHOD;
import static dev.touchstone.client.StatelessClient.NAME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The forms in which names and values of headers may come. */
@Conformance
class HeaderForms {
    private static final int OK = 200;

    @Verifies("headers.name.base64.decoded")
    void a_name_in_marked_base64_is_decoded(StatelessClient client, Discovered discovered, Expect expect) {
        for (Named thing : Named.advertised(discovered)) {
            judge(thing, StatelessClient.marked(thing.name()), true, client, expect);
            Named foreign = new Named(thing.method(), thing.member(), thing.name() + "-Grüße-世界");
            judge(foreign, StatelessClient.marked(foreign.name()), true, client, expect);
        }
    }

    @Verifies("headers.name.base64.mismatch.rejected")
    void marked_base64_of_something_else_or_of_nothing_is_refused(
            StatelessClient client, Discovered discovered, Expect expect) {
        if (!new HeaderProbe(client, discovered, expect)
                .named(probe -> probe.with(NAME, "touchstone-other")).stream().allMatch(HeaderProbe::refused)) {
            throw Inconclusive.blockedBy(
                    "headers.name.mismatch.rejected", "another name is not refused in plain either");
        }
        for (Named thing : Named.advertised(discovered)) {
            String marked = StatelessClient.marked(thing.name());
            judge(thing, StatelessClient.marked("touchstone-other"), false, client, expect);
            judge(thing, "=?base64?!!!?=", false, client, expect);
            judge(thing, marked.replace("base64", "BASE64"), false, client, expect);
        }
    }

    /** Whoever gets past the header hears that there is no such thing. */
    private static void judge(Named thing, String header, boolean right, StatelessClient client, Expect expect) {
        ObjectNode request = thing.request(client);
        Reply control = client.ask(thing.request(client));
        expect.control(
                !HeaderProbe.refused(control.evidence().get(0)),
                control.evidence().get(0),
                thing.method() + " with the plain name");
        Exchange answer = client.post(request).with(NAME, header).send();
        boolean refused = HeaderProbe.refused(answer);
        expect.that(thing.method() + " with " + NAME + ": " + header, answer)
                .holds(
                        refused != right,
                        right
                                ? "the answer that the plain name gets"
                                : "a refusal by JSON-RPC error " + ErrorCode.HEADER_MISMATCH);
    }

    @Verifies("headers.field-names.case-insensitive")
    void header_names_are_taken_in_any_case(StatelessClient client, Discovered discovered, Expect expect) {
        for (UnaryOperator<String> spelling : List.<UnaryOperator<String>>of(
                name -> name.toUpperCase(Locale.ROOT), name -> name.toLowerCase(Locale.ROOT))) {
            Exchange answer = new HeaderProbe(client, discovered, expect).served(probe -> probe.spelling(spelling));
            expect.that("with " + spelling.apply(METHOD), answer)
                    .holds(served(answer), "a result, as with names spelled as usual");
        }
    }

    @Verifies("headers.values.surrounding-whitespace")
    void white_space_around_a_value_is_no_part_of_it(
            StatelessClient client, Discovered discovered, PlainHttp plain, Target target, Expect expect) {
        String method = discovered.servedMethod();
        Headers usual = client.post(client.request(method)).request().headers();
        ObjectNode request = client.request(method);
        Exchange control = plain.send("POST", target.url(), usual, Json.bytes(request));
        expect.control(taken(control), control, method + " without white space");
        Exchange padded =
                plain.send("POST", target.url(), usual.with(METHOD, "  " + method + " \t "), Json.bytes(request));

        expect.that("with white space around " + METHOD, padded).holds(taken(padded), "a result");
    }

    /** Plain exchanges do not read event streams, and a header that is refused opens none. */
    private static boolean taken(Exchange answer) {
        return served(answer) || (answer.status() == OK && answer.isEventStream());
    }

    @Verifies("headers.param.unrecognized.ignored")
    void a_parameter_header_that_no_tool_asks_for_does_no_harm(
            StatelessClient client, Discovered discovered, Expect expect) {
        Named thing = Named.advertised(discovered).get(0);
        Reply usual = client.ask(thing.request(client));
        Exchange answer = client.post(thing.request(client))
                .with("Mcp-Param-Touchstone-" + UUID.randomUUID().toString().substring(0, 8), "1")
                .send();

        expect.seen(usual);
        expect.that("with an unknown parameter header", answer)
                .holds(
                        answer.errorCode() == usual.evidence().get(0).errorCode(),
                        "the answer that the request gets without it");
    }

    private static boolean served(Exchange answer) {
        return answer.messages().stream().anyMatch(message -> message.has("result"));
    }
}
