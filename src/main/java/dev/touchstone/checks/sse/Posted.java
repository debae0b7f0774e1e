package dev.touchstone.checks.sse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.NoAnswer;

/**
 * A message that was sent to the announced URI.
 *
 * @param message the message
 * @param post the POST and its answer
 * @param answered whether the event stream brought the response to it
 */
record Posted(JsonNode message, Exchange post, boolean answered) {
    static final String URI_USABLE = "sse.endpoint-event.uri-usable";
    static final String TWO_ENDPOINTS = "sse.endpoints.two";
    static final String ALL_MESSAGES = "sse.post.all-messages";

    /** Whether it is a request. */
    boolean isRequest() {
        return JsonRpc.isRequest(message);
    }

    /** Whether it is a response. */
    boolean isResponse() {
        return JsonRpc.isResponse(message);
    }

    /** Whether the body of the POST brought the response. */
    boolean answeredInBody() {
        return post.responseTo(message.path("id")).isPresent();
    }

    /** Whether the POST came to nothing: another status than of success, and no response on the stream. */
    boolean lost() {
        return !answered && post.response().isPresent() && !post.succeeded();
    }

    /** Whether nobody can be reached at the address. */
    boolean unreachable() {
        NoAnswer.Kind kind = post.noAnswer().map(NoAnswer::kind).orElse(NoAnswer.Kind.TIMEOUT);
        return !answered && kind != NoAnswer.Kind.TIMEOUT && kind != NoAnswer.Kind.CLOSED;
    }

    /** The requirement that a lost first message counts against; empty if the message was taken or nothing is known. */
    String breaks() {
        int status = post.status();
        if (unreachable()) {
            return URI_USABLE;
        } else if (!lost() || status == 401 || status == 429) {
            return "";
        } else if (status == 404 || status == 410 || status / 100 == 3) {
            return URI_USABLE;
        }
        return status == 405 || status == 501 ? TWO_ENDPOINTS : ALL_MESSAGES;
    }

    /** The message as a reader finds it in the transcript. */
    String name() {
        String name = isResponse() ? "a response" : message.path("method").asText();
        return "the POST of " + name + " (exchange " + post.number() + ")";
    }
}
