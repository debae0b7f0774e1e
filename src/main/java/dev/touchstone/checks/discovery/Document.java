package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.wire.Exchange;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * An address at which a document may lie, and what came from it.
 *
 * @param url the address
 * @param exchange what came from it
 */
public record Document(URI url, Exchange exchange) {

    /** Whether metadata is served: status 200 and one JSON object. */
    public boolean served() {
        return exchange.status() == 200 && body().isObject();
    }

    /** The JSON value, a missing node when it is none. */
    public JsonNode body() {
        return exchange.json().orElse(MissingNode.getInstance());
    }

    /** A member's text, empty when it is missing or no text. */
    public String text(String member) {
        return body().path(member).isTextual() ? body().path(member).textValue() : "";
    }

    /** The texts in an array. */
    public List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        body().path(member).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** The address as a reader tells it from others of the same server. */
    public String label() {
        return url.getRawPath();
    }
}
