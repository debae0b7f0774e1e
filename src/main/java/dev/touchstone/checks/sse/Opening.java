package dev.touchstone.checks.sse;

import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.NoAnswer;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of one stream. What one step needs of the step before is demanded here, so that one cause turns one
 * requirement red: first a stream, then an address, then an address that takes initialize.
 *
 * @param stream the event stream
 * @param announced the data of the endpoint event, if one came
 * @param address the same resolved, if it is an address
 * @param posts what was sent to it
 */
record Opening(Exchange stream, Optional<String> announced, Optional<URI> address, List<Posted> posts) {
    static final String CONTENT_TYPE = "sse.stream.content-type";
    static final String ENDPOINT_SENT = "sse.endpoint-event.sent";

    /** Copies the list. */
    Opening {
        posts = List.copyOf(posts);
    }

    /** Demands that the GET was answered at all; silence counts as an endpoint event that never came. */
    Opening answered() {
        Optional<NoAnswer> failure = stream.noAnswer();
        if (failure.isPresent()) {
            throw new Inconclusive("the stream could not be opened: " + failure.get());
        } else if (stream.status() == 0) {
            throw Inconclusive.blockedBy(ENDPOINT_SENT, "GET is not answered in time");
        }
        return this;
    }

    /** Demands that the GET was answered with success. */
    Opening open() {
        answered();
        if (!stream.succeeded()) {
            throw Inconclusive.blockedBy(Posted.TWO_ENDPOINTS, stream.inShort());
        }
        return this;
    }

    /** Demands an event stream. */
    Opening streaming() {
        open();
        if (!stream.isEventStream()) {
            throw Inconclusive.blockedBy(CONTENT_TYPE, stream.inShort());
        }
        return this;
    }

    /** Demands an announced address. */
    Opening announcing() {
        streaming();
        if (announced.isEmpty() || !isReference()) {
            throw Inconclusive.blockedBy(ENDPOINT_SENT, "the stream announces no URI");
        }
        return this;
    }

    /** Whether the announced text can be a URI reference. */
    boolean isReference() {
        try {
            return announced
                    .filter(text -> !text.isBlank())
                    .map(text -> URI.create(text.strip()))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The POST of initialize, unless its failure counts against another requirement than this one. */
    Posted initialize(String requirement) {
        announcing();
        if (posts.isEmpty()) {
            throw Inconclusive.blockedBy(Posted.URI_USABLE, "messages cannot be sent to " + announced.orElse(""));
        }
        Posted initialize = posts.get(0);
        String broken = initialize.breaks();
        if (!broken.isEmpty() && !broken.equals(requirement)) {
            throw Inconclusive.blockedBy(
                    broken, initialize.name() + ": " + initialize.post().inShort());
        } else if (broken.isEmpty()
                && !initialize.answered()
                && !initialize.post().succeeded()) {
            throw new Inconclusive(
                    initialize.name() + " decides nothing: " + initialize.post().inShort());
        }
        return initialize;
    }
}
