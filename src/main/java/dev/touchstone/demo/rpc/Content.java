package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The kinds of content that a message can have. */
final class Content {

    /** An image of one transparent pixel. */
    static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=";

    /** A sound file without a single sample. */
    static final String SILENCE = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

    static final String PNG = "image/png";

    private Content() {}

    static void text(ObjectNode content, String text) {
        content.put("type", "text").put("text", text);
    }

    static void image(ObjectNode content) {
        content.put("type", "image").put("data", PIXEL).put("mimeType", PNG);
        content.putObject("annotations")
                .put("priority", 0.5)
                .putArray("audience")
                .add("user");
    }

    static void audio(ObjectNode content) {
        content.put("type", "audio").put("data", SILENCE).put("mimeType", "audio/wav");
    }

    static void resource(ObjectNode content, String uri) {
        content.put("type", "resource")
                .putObject("resource")
                .put("uri", uri)
                .put("mimeType", PNG)
                .put("blob", PIXEL);
    }

    static void link(ObjectNode content, String uri) {
        content.put("type", "resource_link").put("uri", uri).put("name", "greeting");
    }
}
