package dev.touchstone.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Request ids that are not used twice. Integers, unless the server was found to take only strings. */
public final class Ids {
    private final AtomicInteger last = new AtomicInteger();
    private final IntFunction<JsonNode> form;

    private Ids(IntFunction<JsonNode> form) {
        this.form = form;
    }

    /** 1, 2, 3. */
    public static Ids integers() {
        return new Ids(IntNode::valueOf);
    }

    /** "touchstone-1", "touchstone-2". */
    public static Ids strings() {
        return new Ids(number -> TextNode.valueOf("touchstone-" + number));
    }

    /** The next id. */
    public JsonNode next() {
        return form.apply(last.incrementAndGet());
    }
}
