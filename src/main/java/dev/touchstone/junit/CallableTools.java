package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.NotConnected;
import dev.touchstone.target.Grant;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.schema.Specimen;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tools that may be called under a revision, in the order of the list: not too many, and fewer of those that are called
 * only since they say that they change nothing. A tool that runs as a task only is left to the checks of tasks.
 */
@Shared(Shared.Per.DIALECT)
public final class CallableTools {
    private static final int MOST = 20;
    private static final int MOST_READ_ONLY = 5;
    private static final Set<String> RUN_AS_TASKS = Set.of("optional", "required");

    private final Lists lists;
    private final Permits permits;
    private @Nullable List<CallableTool> tools;

    CallableTools(Lists lists, Permits permits) {
        this.lists = lists;
        this.permits = permits;
    }

    /**
     * The tools, in the order in which they are listed.
     *
     * @throws NotConnected if the server opens no session
     */
    public synchronized List<CallableTool> all() {
        if (tools == null) {
            tools = permitted();
        }
        return tools;
    }

    private List<CallableTool> permitted() {
        return chosen(lists.items(Lists.Kind.TOOLS), permits).stream()
                .map(permitted -> new CallableTool(permitted.tool(), arguments(permitted.tool()), permitted.grant()))
                .toList();
    }

    /**
     * A tool as it is listed, and why it may be called.
     *
     * @param tool the tool
     * @param grant the reason
     */
    record Permitted(JsonNode tool, Grant grant) {}

    /** As many of the permitted tools as are called, in the order of the list; what a user asked for goes before others. */
    static List<Permitted> chosen(List<JsonNode> listed, Permits permits) {
        Map<String, Permitted> permitted = new LinkedHashMap<>();
        listed.stream()
                .filter(tool -> !tool.at("/execution/taskSupport").asText().equals("required"))
                .forEach(tool -> permits.to(tool)
                        .ifPresent(grant ->
                                permitted.putIfAbsent(tool.path("name").asText(), new Permitted(tool, grant))));
        List<Permitted> all = List.copyOf(permitted.values());
        Stream<Permitted> readOnly =
                all.stream().filter(CallableTools::isReadOnly).limit(MOST_READ_ONLY);
        Stream<Permitted> others = all.stream().filter(one -> !isReadOnly(one));
        Set<Permitted> chosen = Stream.concat(others, readOnly)
                .sorted(Comparator.comparing(Permitted::grant))
                .limit(MOST)
                .collect(Collectors.toSet());
        return all.stream().filter(chosen::contains).toList();
    }

    private static boolean isReadOnly(Permitted permitted) {
        return permitted.grant() == Grant.READ_ONLY;
    }

    /** The tools that say they run as tasks and may be called; a few of them. */
    public List<CallableTool> asTasks() {
        return lists.items(Lists.Kind.TOOLS).stream()
                .filter(tool ->
                        RUN_AS_TASKS.contains(tool.at("/execution/taskSupport").asText()))
                .flatMap(tool -> permits.to(tool).map(grant -> new CallableTool(tool, arguments(tool), grant)).stream())
                .limit(MOST_READ_ONLY)
                .toList();
    }

    /** What a reader is told who could widen the consent. */
    public String remedy() {
        return permits.remedy();
    }

    private ObjectNode arguments(JsonNode tool) {
        return permits.argumentsOf(tool.path("name").asText()).orElseGet(() -> Specimen.of(tool.path("inputSchema")));
    }

    /** The one tool of a name, if it may be called. */
    public Optional<CallableTool> named(String name) {
        return all().stream().filter(tool -> tool.name().equals(name)).findFirst();
    }

    /**
     * The tools, of which there has to be one.
     *
     * @throws NotApplicable if none may be called, with what a user could do about it
     */
    public List<CallableTool> demand() {
        int listed = lists.items(Lists.Kind.TOOLS).size();
        if (all().isEmpty()) {
            throw new NotApplicable(
                    listed == 0
                            ? "the server lists no tools"
                            : "none of the tools listed (" + listed + ") may be called: " + permits.remedy());
        }
        return all();
    }
}
