package dev.touchstone.reference;

import static dev.touchstone.reference.Defect.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Pass;
import dev.touchstone.demo.Request;
import dev.touchstone.demo.Session;
import dev.touchstone.demo.rpc.Rpc;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What servers get wrong when several users have tokens. */
enum UserFault implements Fault {

    /** The id of a session is all that it takes to continue it. */
    SESSION_OF_ANYBODY(breaking(
                    "security.session.bound-to-user",
                    () -> Guarded.byTokens(new Behaviour() {
                        @Override
                        public String userOf(Pass pass, Request request) {
                            return "";
                        }
                    }))
            .sinceVersionHeader()),

    /** Who knows the id of a task may do with it what its owner may. */
    TASKS_OF_ANYBODY(breaking(
                    "tasks.security.foreign-refused",
                    () -> Guarded.byTokens(new SharedTasks(Set.of("tasks/get", "tasks/result", "tasks/cancel"))))
            .only("2025-11-25")),

    /** The list shows the tasks of everybody. */
    TASKS_OF_EVERYBODY(
            breaking("tasks.security.list-own-only", () -> Guarded.byTokens(new SharedTasks(Set.of("tasks/list"))))
                    .only("2025-11-25")),

    /** Another user sees fewer tools, and caches may show each the list of the other. */
    LISTS_BY_USER_PUBLIC(breaking(
                    "caching.scope.private-when-varying",
                    () -> Guarded.byTokens(without(UserFault.SECOND, "tools/list", "tools", "public")))
            .stateless()),

    /** A tool is hidden from a token that is not enough, and called nevertheless. */
    HIDDEN_TOOL_CALLED(breaking(
                    "tools.security.access-control",
                    () -> Guarded.byTokens(new Behaviour() {
                        private final Behaviour lists = without("bearer.low-scope", "tools/list", "tools", "private");

                        @Override
                        public Optional<String> lacks(Pass pass, Request request) {
                            return Optional.empty();
                        }

                        @Override
                        public ObjectNode answer(Call call, ObjectNode response) {
                            return lists.answer(call, response);
                        }
                    }))
            .everywhere()),

    /** A resource is hidden from another user, and read nevertheless. */
    HIDDEN_RESOURCE_READ(breaking(
                    "resources.security.access-control",
                    () -> Guarded.byTokens(without(UserFault.SECOND, "resources/list", "resources", "private")))
            .inEveryEra());

    private static final String SECOND = "bearer.second";

    private final Defect defect;

    UserFault(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Defect defect() {
        return defect;
    }

    /** Whether a call comes with one of the further tokens. */
    private static boolean isWith(String option, Call call) {
        String token = Guarded.PASSES.get(option).token();
        return call.request().header("Authorization").orElse("").endsWith(token);
    }

    /** Leaves out the first item of a list for one of the further tokens, and has the list cached in some scope. */
    static Behaviour without(String option, String method, String member, String scope) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals(method) && response.get("result") instanceof ObjectNode result) {
                    if (result.has("cacheScope")) {
                        result.put("cacheScope", scope);
                    }
                    if (isWith(option, call)
                            && result.get(member) instanceof ArrayNode items
                            && !call.params().has("cursor")) {
                        items.remove(0);
                    }
                }
                return response;
            }
        };
    }

    /** A server whose second user gets the answers that the owners of tasks would get. */
    private static final class SharedTasks implements Behaviour {
        private final Set<String> methods;
        private final Map<String, Session> owners = new ConcurrentHashMap<>();
        private final Rpc rpc = new Rpc();

        SharedTasks(Set<String> methods) {
            this.methods = methods;
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            JsonNode created = response.path("result").path("task").path("taskId");
            if (created.isTextual()) {
                owners.put(created.asText(), call.session());
            }
            if (!isWith(SECOND, call) || !methods.contains(call.method())) {
                return response;
            }
            return call.method().equals("tasks/list") ? everybodys(call, response) : owners(call, response);
        }

        private ObjectNode owners(Call call, ObjectNode response) {
            Session owner = owners.get(call.params().path("taskId").asText());
            return owner == null ? response : asked(call, owner);
        }

        private ObjectNode everybodys(Call call, ObjectNode response) {
            ArrayNode tasks = response.withObject("/result").withArray("tasks");
            Set.copyOf(owners.values())
                    .forEach(owner -> asked(call, owner).at("/result/tasks").forEach(tasks::add));
            return response;
        }

        private ObjectNode asked(Call call, Session owner) {
            Call theirs = new Call(call.request(), owner, call.revision(), call.message());
            return rpc.answer(theirs.message(), theirs.context());
        }
    }
}
