package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of the stateless revision, over the same features: results say what they are and how long they last. */
public final class StatelessRpc {

    private static final Set<String> CACHEABLE = Set.of(
            "server/discover",
            "tools/list",
            "prompts/list",
            "resources/list",
            "resources/templates/list",
            "resources/read");

    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

    private final List<String> versions;
    private final Map<String, Handler> handlers = Map.of(
            "server/discover", this::discover,
            "tools/list", Tools::list,
            "tools/call", Tools::call,
            "resources/list", Resources::list,
            "resources/templates/list", Resources::templates,
            "resources/read", Resources::read,
            "prompts/list", Prompts::list,
            "prompts/get", Prompts::get,
            "completion/complete", Completions::complete);

    /** Serves these versions. */
    public StatelessRpc(List<String> versions) {
        this.versions = List.copyOf(versions);
    }

    /** Answers a well-formed request whose headers and metadata are in order. */
    public ObjectNode answer(JsonNode request, Context context) {
        JsonNode id = request.get("id");
        String method = request.path("method").asText();
        Handler handler = handlers.get(method);
        if (handler == null) {
            String hint = method.equals("initialize") ? "; there is no handshake in " + versions : "";
            return Messages.error(id, Messages.METHOD_NOT_FOUND, "unknown method" + hint);
        }
        try {
            Log.heed(request.path("params"), context);
            return Messages.result(id, complete(method, handler.handle(request.path("params"), context)));
        } catch (RpcException problem) {
            return Messages.error(id, problem);
        }
    }

    private static ObjectNode complete(String method, ObjectNode result) {
        result.put("resultType", "complete");
        if (CACHEABLE.contains(method)) {
            result.put("ttlMs", 0).put("cacheScope", "public");
        }
        result.withObject("/_meta").set(SERVER_INFO, Lifecycle.serverInfo());
        return result;
    }

    private ObjectNode discover(JsonNode params, Context context) {
        ObjectNode result = Messages.object();
        versions.forEach(result.putArray("supportedVersions")::add);
        ObjectNode capabilities = result.putObject("capabilities");
        capabilities.putObject("tools").put("listChanged", true);
        capabilities.putObject("resources").put("subscribe", true);
        capabilities.putObject("prompts");
        capabilities.putObject("completions");
        capabilities.putObject("logging");
        result.put("instructions", "A small server that conforms; its tool repeats what it is told.");
        return result;
    }
}
