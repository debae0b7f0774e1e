package dev.touchstone.checks.sse;

import static dev.touchstone.checks.sse.Posted.ALL_MESSAGES;
import static dev.touchstone.checks.sse.Posted.TWO_ENDPOINTS;
import static dev.touchstone.checks.sse.Posted.URI_USABLE;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import java.util.List;

/** What the announced URI does with the messages that clients send there. */
@Conformance
class MessageAddress {

    @Verifies("sse.endpoints.two")
    void the_server_has_an_sse_endpoint_and_a_post_endpoint(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect).answered();
        if (!expect.that(opening.stream()).holds(opening.stream().succeeded(), "a success status (2xx) to GET")) {
            return;
        }
        Posted initialize = opening.initialize(TWO_ENDPOINTS);

        expect.that(initialize.post()).holds(initialize.breaks().isEmpty(), "the POST of initialize is taken");
    }

    @Verifies("sse.endpoint-event.uri-usable")
    void the_announced_uri_accepts_messages(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect).announcing();
        if (!expect.holds(
                opening.address().isPresent(),
                "a URI that resolves to an address of HTTP",
                "the announced URI is " + Shown.quoted(opening.announced().orElse("")))) {
            return;
        }
        Posted initialize = opening.initialize(URI_USABLE);

        expect.that("at the announced URI", initialize.post())
                .holds(initialize.breaks().isEmpty(), "an answer other than 404, 410 and a redirect");
    }

    @Verifies("sse.post.all-messages")
    void requests_notifications_and_responses_are_all_taken(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect);
        opening.initialize(ALL_MESSAGES);

        opening.posts().stream().filter(posted -> !posted.isResponse()).forEach(posted -> {
            String seen = posted.name() + ": " + posted.post().inShort();
            expect.holds(!posted.lost(), "a success status, or an answer on the stream", seen);
        });
        opening.posts().stream()
                .filter(posted -> posted.isResponse() && posted.lost())
                .forEach(posted -> expect.deviates(
                        "a success status to a response, although nothing was asked",
                        posted.name() + ": " + posted.post().inShort()));
        opening.posts().stream().filter(MessageAddress::silent).findFirst().ifPresent(posted -> {
            throw new Inconclusive(posted.name() + ": " + posted.post().inShort());
        });
    }

    private static boolean silent(Posted posted) {
        return posted.post().response().isEmpty() && !posted.answered();
    }

    @Verifies("sse.post.success-status")
    void the_post_of_a_request_that_is_answered_gets_a_success_status(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect).announcing();
        List<Posted> answered =
                opening.posts().stream().filter(Posted::answered).toList();
        if (answered.isEmpty()) {
            opening.initialize("");
            throw new Inconclusive("no request was answered on the stream");
        }

        answered.forEach(posted -> expect.that(posted.name(), posted.post())
                .holds(posted.post().succeeded(), "a success status (2xx), as the answer came on the stream"));
    }

    @Verifies("sse.response-on-stream")
    void the_response_comes_on_the_stream_and_not_in_the_post(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect);
        opening.initialize("");
        List<Posted> answered = opening.posts().stream()
                .filter(posted -> posted.isRequest() && (posted.answered() || posted.answeredInBody()))
                .toList();
        if (answered.isEmpty()) {
            throw new Inconclusive("no request was answered, neither on the stream nor in the body of the POST");
        }

        answered.forEach(posted -> expect.holds(
                posted.answered() && !posted.answeredInBody(),
                "the response on the stream only",
                posted.name() + " is answered " + (posted.answeredInBody() ? "in its body" : "on the stream")));
    }
}
