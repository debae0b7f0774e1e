package dev.touchstone.preflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a server speaks a stateless revision, whatever it says to initialize. A complete
 * {@code server/discover} decides as a rule; where its answer contradicts itself, a complete list request does.
 */
final class EraProbe {

    /** Codes that only servers of this era know. */
    private static final Set<Integer> OF_THIS_ERA =
            Set.of(ErrorCode.HEADER_MISMATCH, ErrorCode.MISSING_CAPABILITY, ErrorCode.UNSUPPORTED_VERSION);

    private final StatelessClient client;
    private final Revision revision;
    private final List<String> notes = new ArrayList<>();

    EraProbe(StatelessClient client) {
        this.client = client;
        this.revision = client.revision();
    }

    /** What a reader should know of contradictory answers. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The dialect of the stateless revision, if the server speaks it. */
    Optional<Dialect> dialect() {
        Reply discovery = client.discover();
        JsonNode result = discovery.result();
        if (result.path("supportedVersions").isArray()) {
            return listed(discovery);
        } else if (result.isObject() && result.has("resultType")) {
            return Optional.of(dialect(result));
        }
        int code = discovery.refusalCode();
        if (code == ErrorCode.UNSUPPORTED_VERSION) {
            return declined(discovery);
        } else if (OF_THIS_ERA.contains(code)) {
            notes.add("server/discover is refused by error " + code + " (" + number(discovery)
                    + "), which only servers of " + revision + " know");
            return Optional.of(dialect(MissingNode.getInstance()));
        }
        return !discovery.refusal().isMissingNode() ? withoutDiscovery(discovery) : Optional.empty();
    }

    /** A server that answers discovery and does not list the revision does not speak it, unless it shows that it does. */
    private Optional<Dialect> listed(Reply discovery) {
        for (JsonNode version : discovery.result().path("supportedVersions")) {
            if (version.asText().equals(revision.id())) {
                return Optional.of(dialect(discovery.result()));
            }
        }
        notes.add("server/discover is answered (" + number(discovery) + ") and does not list " + revision);
        return client.ask("tools/list").result().has("resultType")
                ? Optional.of(dialect(discovery.result()))
                : Optional.empty();
    }

    private Optional<Dialect> declined(Reply discovery) {
        List<String> supported = new ArrayList<>();
        discovery.refusal().at("/data/supported").forEach(version -> supported.add(version.asText()));
        boolean contradictory = supported.isEmpty() || supported.contains(revision.id());
        notes.add(number(discovery) + " declines " + revision + " and names "
                + (supported.isEmpty() ? "no version" : String.join(", ", supported)));
        return contradictory ? withoutDiscovery(discovery) : Optional.empty();
    }

    /** Only a result that says what it is shows the revision: some older servers answer any list request. */
    private Optional<Dialect> withoutDiscovery(Reply discovery) {
        Reply list = client.ask("tools/list");
        boolean modern = list.result().has("resultType") || OF_THIS_ERA.contains(list.refusalCode());
        if (!modern) {
            return Optional.empty();
        }
        notes.add("server/discover is not served (" + number(discovery) + "), yet a complete tools/list is answered as "
                + revision + " has it (" + number(list) + ")");
        return Optional.of(dialect(MissingNode.getInstance()));
    }

    private Dialect dialect(JsonNode discovered) {
        return new Dialect(revision, discovered, Map.of());
    }

    private static String number(Reply reply) {
        Exchange exchange = reply.evidence().get(0);
        return "exchange " + exchange.number();
    }
}
