package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Hands out a list page by page; a cursor says where the next page begins. */
final class Pages {

    private static final int SIZE = 2;

    private Pages() {}

    static ObjectNode of(String member, List<ObjectNode> items, JsonNode params) throws RpcException {
        int start = start(member, items.size(), params);
        int end = Math.min(start + SIZE, items.size());
        ObjectNode result = Messages.object();
        ArrayNode page = result.putArray(member);
        items.subList(start, end).forEach(page::add);
        return end < items.size() ? result.put("nextCursor", cursor(member, end)) : result;
    }

    private static int start(String member, int size, JsonNode params) throws RpcException {
        if (!params.has("cursor")) {
            return 0;
        }
        String asked = Params.text(params, "cursor");
        for (int start = SIZE; start < size; start += SIZE) {
            if (asked.equals(cursor(member, start))) {
                return start;
            }
        }
        throw RpcException.invalidParams("unknown cursor");
    }

    private static String cursor(String member, int start) {
        byte[] position = (member + " from " + start).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position);
    }
}
