package dev.touchstone.reference;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two servers as they are found in the field, each with several faults at once. */
public enum SeedServers {

    /** A gateway that knows POST only: GET is plainly not found, and only OPTIONS says what is allowed. */
    POST_ONLY_GATEWAY {
        @Override
        Behaviour behaviour() {
            return new Gateway();
        }
    },

    /** A hand-written endpoint over a Python framework: one method, string ids, an API key. */
    TOOLS_LIST_ONLY {
        @Override
        Behaviour behaviour() {
            return new ToolsListOnly();
        }
    };

    abstract Behaviour behaviour();

    /** Starts the server. */
    public Rig start() {
        return Rig.of(behaviour());
    }

    static Reply unprocessableId() {
        return Reply.text(
                422,
                Reply.JSON,
                "{\"detail\":[{\"type\":\"string_type\",\"loc\":[\"body\",\"id\"],\"msg\":\"Input should be a valid string\"}]}");
    }

    private static Reply detail(int status, String text) {
        return Reply.text(status, Reply.JSON, "{\"detail\":\"" + text + "\"}");
    }

    private static final class Gateway implements Behaviour {
        @Override
        public List<String> revisions() {
            return List.of("2025-03-26");
        }

        @Override
        public Optional<Reply> intercept(Request request) {
            if (request.is("OPTIONS")) {
                return Optional.of(Reply.empty(200).with("Allow", "POST"));
            }
            boolean served = request.path().equals("/mcp") && !request.is("GET");
            return served ? Optional.empty() : Optional.of(Reply.text(404, "text/plain", "404 page not found"));
        }
    }

    private static final class ToolsListOnly implements Behaviour {
        private static final Set<String> PATHS = Set.of("/mcp", "/health");

        @Override
        public Optional<Credential> credential() {
            return Optional.of(new Credential("X-API-Key", "k"));
        }

        @Override
        public Optional<Reply> intercept(Request request) {
            return Optional.of(PATHS.contains(request.path()) ? serve(request) : detail(404, "Not Found"));
        }

        private Reply serve(Request request) {
            boolean health = request.path().equals("/health");
            String allowed = health ? "GET" : "POST";
            if (!request.is(allowed)) {
                return detail(405, "Method Not Allowed").with("Allow", allowed);
            }
            if (health) {
                return Reply.text(200, Reply.JSON, "{\"status\":\"ok\"}");
            }
            return admits(request) ? call(request) : detail(401, "Missing or invalid API key");
        }

        private static Reply call(Request request) {
            JsonNode id = request.json().map(json -> json.path("id")).orElse(null);
            if (id == null || !id.isTextual()) {
                return unprocessableId();
            }
            String outcome = request.rpcMethod().equals("tools/list")
                    ? "\"result\":{\"tools\":[{\"name\":\"search\",\"inputSchema\":{\"type\":\"object\"}}]}"
                    : "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";
            return Reply.text(200, Reply.JSON, "{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + outcome + "}");
        }
    }
}
