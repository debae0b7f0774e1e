package dev.touchstone.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it: the evidence that verdicts are taken from. Secrets are already replaced.
 *
 * @param number its place in the transcript, from 1
 * @param purpose why it was sent: a requirement id or a step of the preflight
 * @param revision the protocol revision that it was sent under, empty where that makes no difference
 * @param started when it was sent
 * @param request what was sent
 * @param answer what came back, null when nothing did
 * @param failure why nothing came back, null when something did
 */
public record Exchange(
        int number,
        String purpose,
        String revision,
        Instant started,
        Request request,
        @Nullable Response answer,
        @Nullable NoAnswer failure) {

    private static final int SERVER_ERROR = 500;

    /** The response, if one came. */
    public Optional<Response> response() {
        return Optional.ofNullable(answer);
    }

    /** Why there is no response, if there is none. */
    public Optional<NoAnswer> noAnswer() {
        return Optional.ofNullable(failure);
    }

    /** The status code, 0 when no response came. */
    public int status() {
        return answer == null ? 0 : answer.status();
    }

    /** Whether the status code is in the two hundreds. */
    public boolean succeeded() {
        return status() / 100 == 2;
    }

    /** Whether the status code is in the four hundreds. */
    public boolean refused() {
        return status() / 100 == 4;
    }

    /** Whether the status code is in the five hundreds. */
    public boolean crashed() {
        return status() >= SERVER_ERROR;
    }

    /** The first response header of that name. */
    public Optional<String> header(String name) {
        return response().flatMap(response -> response.headers().first(name));
    }

    /** The media type of the response, empty when there is none. */
    public String mediaType() {
        return response().map(Response::mediaType).orElse("");
    }

    /** Whether the response is an event stream. */
    public boolean isEventStream() {
        return response().map(Response::isEventStream).orElse(false);
    }

    /** The response body's bytes, empty when no response came. */
    public byte[] body() {
        return answer == null ? new byte[0] : answer.body();
    }

    /** The response body as one JSON value, if it is one. */
    public Optional<JsonNode> json() {
        return Json.parse(body());
    }

    /** The events of the response when it is an event stream. */
    public SseStream events() {
        return isEventStream() ? SseReader.read(body()) : SseStream.EMPTY;
    }

    /** The JSON-RPC messages of the response, from its events or from its body; the members of arrays one by one. */
    public List<JsonNode> messages() {
        if (isEventStream()) {
            return events().messages().stream()
                    .flatMap(event -> Json.parse(event.data()).stream())
                    .flatMap(Json::each)
                    .toList();
        }
        return json().stream().flatMap(Json::each).filter(JsonNode::isObject).toList();
    }

    /** The JSON-RPC response to a request id among the messages. */
    public Optional<JsonNode> responseTo(JsonNode id) {
        List<JsonNode> candidates = messages().stream()
                .filter(message -> JsonRpc.isResponseTo(id, message))
                .toList();
        return candidates.stream()
                .filter(message -> JsonRpc.sameId(message.get("id"), id))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** The first error response among the messages, whatever id it has; servers may not know which request it is about. */
    public Optional<JsonNode> errorResponse() {
        return messages().stream().filter(JsonRpc::isError).findFirst();
    }

    /** The code of the first error response, 0 where there is none. */
    public int errorCode() {
        return errorResponse().map(JsonRpc::code).orElse(0);
    }

    /** The same exchange with the body of its response cut to a length. */
    Exchange shortened(int length) {
        return answer == null
                ? this
                : new Exchange(number, purpose, revision, started, request, answer.shortened(length), failure);
    }

    /** The exchange in a few words: {@code POST answered 404 text/html}. */
    public String inShort() {
        if (answer == null) {
            return request.method() + ": " + failure;
        }
        String type = answer.mediaType().isEmpty() ? "" : " " + Shown.text(answer.mediaType());
        return request.method() + " answered " + answer.status() + type;
    }
}
