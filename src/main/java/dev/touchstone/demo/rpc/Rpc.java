package dev.touchstone.demo.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Finds the handler of a method and turns what it does into a JSON-RPC response. */
public final class Rpc {

    private final Map<String, Handler> handlers = new HashMap<>();

    public Rpc() {
        handlers.put("initialize", Lifecycle::initialize);
        handlers.put("ping", (params, context) -> Messages.object());
        handlers.put("logging/setLevel", Log::setLevel);
        handlers.put("tools/list", Tasks.listing(Tools::list));
        handlers.put("tools/call", Tasks.calling(Tools::call));
        handlers.put("tasks/get", Tasks.known(Tasks::get));
        handlers.put("tasks/result", Tasks.known(Tasks::result));
        handlers.put("tasks/cancel", Tasks.known(Tasks::cancel));
        handlers.put("tasks/list", Tasks.known(Tasks::list));
        handlers.put("resources/list", Resources::list);
        handlers.put("resources/templates/list", Resources::templates);
        handlers.put("resources/read", Resources::read);
        handlers.put("resources/subscribe", Resources::subscribe);
        handlers.put("resources/unsubscribe", Resources::unsubscribe);
        handlers.put("prompts/list", Prompts::list);
        handlers.put("prompts/get", Prompts::get);
        handlers.put("completion/complete", Completions::complete);
    }

    /** Answers a well-formed request. */
    public ObjectNode answer(JsonNode request, Context context) {
        JsonNode id = request.get("id");
        String method = request.path("method").asText();
        Handler handler = handlers.get(method);
        if (handler == null) {
            return Messages.error(id, Messages.METHOD_NOT_FOUND, "unknown method");
        }
        JsonNode params = request.path("params");
        if (params.isArray()) {
            return Messages.error(id, Messages.INVALID_PARAMS, "params have to be an object");
        }
        try {
            return Messages.result(id, handler.handle(params, context));
        } catch (RpcException problem) {
            return Messages.error(id, problem);
        }
    }
}
