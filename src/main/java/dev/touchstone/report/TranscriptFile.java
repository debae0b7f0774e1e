package dev.touchstone.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/** Writes {@code transcript.jsonl}: all that was sent and received, one exchange a line, secrets replaced. */
public final class TranscriptFile {
    /** The name of the file in a run's folder. */
    public static final String NAME = "transcript.jsonl";

    private TranscriptFile() {}

    /** Writes the file into the folder of a run. */
    public static void write(RunResult result, Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), out -> {
            for (Exchange exchange : result.transcript().all()) {
                String line = Printable.wellFormed(Json.write(line(exchange))) + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** An exchange as a value. */
    static ObjectNode line(Exchange exchange) {
        ObjectNode node = Json.object()
                .put("number", exchange.number())
                .put("purpose", exchange.purpose())
                .put("started", exchange.started().toString());
        JsonNode none = node.nullNode();
        node.set("request", request(exchange.request()));
        node.set(
                "response",
                exchange.response().<JsonNode>map(TranscriptFile::response).orElse(none));
        node.set(
                "failure",
                exchange.noAnswer().<JsonNode>map(TranscriptFile::failure).orElse(none));
        return node;
    }

    private static ObjectNode request(Request request) {
        ObjectNode node = Json.object()
                .put("method", request.method())
                .put("url", request.url().toString());
        node.set("headers", headers(request.headers()));
        return body(node, request.body());
    }

    private static ObjectNode response(Response response) {
        ObjectNode node = Json.object().put("status", response.status()).put("protocol", response.protocol());
        node.set("headers", headers(response.headers()));
        body(node, response.body())
                .put("end", response.end().name())
                .put("headersAfterMs", millis(response.headersAfter()))
                .put("endedAfterMs", millis(response.endedAfter()));
        ArrayNode arrivals = node.putArray("arrivals");
        response.arrivals()
                .forEach(arrival ->
                        arrivals.addObject().put("length", arrival.length()).put("afterMs", millis(arrival.after())));
        return node;
    }

    private static ObjectNode failure(NoAnswer failure) {
        return Json.object()
                .put("kind", failure.kind().name())
                .put("detail", failure.detail())
                .put("waitedMs", millis(failure.waited()));
    }

    private static ArrayNode headers(Headers headers) {
        ArrayNode lines = Json.object().arrayNode();
        headers.forEach(line -> lines.addArray().add(line.name()).add(line.value()));
        return lines;
    }

    private static ObjectNode body(ObjectNode node, byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return node.put("body", text).put("base64", false);
        } catch (CharacterCodingException e) {
            return node.put("body", Base64.getEncoder().encodeToString(body)).put("base64", true);
        }
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1000 / 1000.0;
    }
}
