package dev.touchstone.junit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.verdict.Inconclusive;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server without sessions says of itself, and its lists, asked once for all checks that only look. */
@Shared(Shared.Per.DIALECT)
public final class Discovered {
    private static final String DISCOVER = "server/discover";
    private static final String IMPLEMENTED = "discover.implemented";
    private static final List<String> LISTED = List.of("prompts", "resources", "tools");

    private final StatelessClient client;
    private @Nullable Reply reply;
    private @Nullable List<Reply> lists;

    Discovered(StatelessClient client) {
        this.client = client;
    }

    /** What came of discovery. */
    public synchronized Reply reply() {
        if (reply == null) {
            reply = client.discover();
        }
        return reply;
    }

    /**
     * What came of discovery, which has to be a result.
     *
     * @throws Inconclusive if it is none
     */
    public Reply succeeded() {
        if (!reply().succeeded()) {
            throw Inconclusive.blockedBy(IMPLEMENTED, reply().inShort());
        }
        return reply();
    }

    /** What came of the list of each advertised capability. */
    public synchronized List<Reply> lists() {
        if (lists == null) {
            JsonNode capabilities = reply().result().path("capabilities");
            List<Reply> asked = new ArrayList<>();
            LISTED.stream().filter(capabilities::has).forEach(name -> asked.add(client.ask(name + "/list")));
            lists = asked;
        }
        return lists;
    }

    /**
     * A method that a complete request is served by, the control of all probes with a defect.
     *
     * @throws Inconclusive if there is none
     */
    public String servedMethod() {
        if (reply().succeeded()) {
            return DISCOVER;
        }
        for (String name : LISTED) {
            if (client.ask(name + "/list").succeeded()) {
                return name + "/list";
            }
        }
        throw Inconclusive.blockedBy(IMPLEMENTED, reply().inShort() + ", and no list is served either");
    }

    /** The methods of advertised capabilities that take no params of their own, discovery first where it is served. */
    public List<String> servedMethods() {
        List<String> methods = new ArrayList<>(List.of(servedMethod()));
        LISTED.stream()
                .filter(reply().result().path("capabilities")::has)
                .map(name -> name + "/list")
                .filter(method -> !methods.contains(method))
                .forEach(methods::add);
        return methods;
    }
}
