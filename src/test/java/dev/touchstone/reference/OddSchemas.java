package dev.touchstone.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import java.util.List;

/** Unusual schemas and metadata of tools. */
final class OddSchemas {

    private OddSchemas() {}

    static Behaviour schemasOfDraft07() {
        return SchemaFault.tool(tool -> {
            ObjectNode schema = tool.withObject("/inputSchema");
            schema.put("$schema", "http://json-schema.org/draft-07/schema#");
            schema.withObject("/properties/pair").put("type", "array");
            schema.withObject("/properties/pair").putArray("items").addObject();
            schema.withObject("/properties/more").put("$ref", "#/definitions/more");
            schema.withObject("/definitions/more").put("type", "string");
        });
    }

    /** Valid by draft 7 alone, without saying so, in the revisions that lay down no default. */
    static Behaviour schemasOfNoDialect() {
        Behaviour odd = SchemaFault.tool(tool -> {
            ObjectNode pair = tool.withObject("/inputSchema/properties/pair").put("type", "array");
            pair.putArray("items").addObject().put("type", "string");
        });
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return call.revision().compareTo("2025-11-25") < 0 ? odd.answer(call, response) : response;
            }
        };
    }

    static Behaviour manyKindsOfMetadata() {
        return SchemaFault.tool(tool -> {
            ObjectNode meta = tool.putObject("_meta");
            List.of("plain", "", "a", "vendor/key", "com.example.mcp/x", "org.example-2.a1/", "com.example/a.b_c-d")
                    .forEach(key -> meta.put(key, key.length()));
            meta.putNull("com.example/null").putArray("com.example/list");
            tool.put("title", "");
            tool.putArray("icons").addObject().put("src", "data:image/svg+xml;base64,AAAA");
            tool.withArrayProperty("icons")
                    .addObject()
                    .put("src", "https://example.com/i.png")
                    .putArray("sizes");
        });
    }
}
