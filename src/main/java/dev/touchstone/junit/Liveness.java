package dev.touchstone.junit;

import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches that the target goes on living: a server that dies of one bad message is reported once, with the message that
 * killed it, and not as hundreds of failures.
 */
final class Liveness {
    private final RunContext run;
    private @Nullable String cause;

    Liveness(RunContext run) {
        this.run = run;
    }

    /** Refuses to start a check on a dead target. */
    synchronized void demand() {
        if (cause != null) {
            throw new Inconclusive("the target stopped answering after " + cause + " was checked");
        }
    }

    /** Looks after the target when a check saw connections fail. */
    synchronized void lookAfter(String requirement, Dialect dialect, List<Exchange> evidence) {
        boolean suspicious = evidence.stream().anyMatch(this::unanswered);
        if (cause == null && suspicious && gone(dialect) && gone(dialect)) {
            cause = requirement;
        }
    }

    /** Over HTTP+SSE only the stream counts, since the address that the server announces need not be its own. */
    private boolean gone(Dialect dialect) {
        McpClient client = run.client(dialect, "liveness");
        if (client instanceof LegacySseClient legacy) {
            return legacy.get().peek(legacy.http().limits().answer()).noAnswer().isPresent();
        }
        Reply reply = client instanceof StatelessClient stateless
                ? stateless.discover()
                : client.initialize(Handshake.params(dialect.revision().id()));
        return reply.evidence().get(0).noAnswer().isPresent();
    }

    /** Of the target alone: the authorization servers that it names are others. */
    private boolean unanswered(Exchange exchange) {
        return exchange.noAnswer().isPresent()
                && run.target().sharesOriginWith(exchange.request().url());
    }
}
