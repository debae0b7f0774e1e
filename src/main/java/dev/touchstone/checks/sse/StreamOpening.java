package dev.touchstone.checks.sse;

import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import dev.touchstone.wire.SseEvent;
import java.net.URI;
import java.util.Optional;

/** The event stream up to the address that it announces. */
@Conformance
class StreamOpening {

    @Verifies("sse.stream.content-type")
    void get_on_the_sse_url_is_answered_with_an_event_stream(Conversation conversation, Expect expect) {
        Exchange stream = conversation.seenBy(expect).open().stream();

        expect.that(stream)
                .holds(stream.status() == 200 && stream.isEventStream(), "HTTP status 200 and text/event-stream");
    }

    @Verifies("sse.endpoint-event.sent")
    void the_stream_tells_where_to_post(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect);
        if (opening.stream().status() != 0) {
            opening.streaming();
        } else if (opening.stream().noAnswer().isPresent()) {
            opening.answered();
        }

        String seen = opening.announced()
                .map(data -> "an endpoint event with data " + Shown.quoted(data))
                .orElse("no endpoint event in time");
        expect.holds(opening.isReference(), "an endpoint event whose data is a URI reference", seen);
    }

    @Verifies("sse.endpoint-event.first")
    void the_first_event_is_the_endpoint_event(Conversation conversation, Expect expect) {
        Opening opening = conversation.seenBy(expect).streaming();
        if (opening.announced().isEmpty()) {
            throw Inconclusive.blockedBy(Opening.ENDPOINT_SENT, "no endpoint event in time");
        }
        Optional<SseEvent> first = opening.stream().events().dispatched().stream()
                .filter(event ->
                        event.type().equals("endpoint") || !event.data().isEmpty())
                .findFirst();

        String type = first.map(SseEvent::type).orElse("");
        expect.holds(
                type.equals("endpoint"),
                "an endpoint event before all others",
                "the first event is of type " + Shown.text(type));
    }

    @Verifies("sse.endpoint-event.same-origin")
    void the_announced_uri_stays_on_the_origin_of_the_stream(Conversation conversation, Target target, Expect expect) {
        Opening opening = conversation.seenBy(expect).announcing();
        URI address = opening.address()
                .orElseThrow(() -> Inconclusive.blockedBy(
                        Posted.URI_USABLE, opening.announced().orElse("")));

        expect.holds(
                target.sharesOriginWith(address),
                "an address on " + target.origin(),
                "messages go to " + address.getScheme() + "://" + address.getRawAuthority());
    }
}
