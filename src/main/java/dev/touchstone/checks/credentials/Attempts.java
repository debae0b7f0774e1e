package dev.touchstone.checks.credentials;

import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every kind of request with, without and with wrong credentials, sent once and looked at by all checks. */
@Shared(Shared.Per.DIALECT)
final class Attempts {
    private final McpClient client;
    private final Variants variants;
    private final Dialect dialect;
    private @Nullable List<Attempt> all;

    Attempts(McpClient client, Target target, Dialect dialect) {
        this.dialect = dialect;
        this.client = client;
        this.variants = new Variants(target.credentials(), client.http().limits());
    }

    /** The attempts, all of them evidence. */
    synchronized List<Attempt> all(Expect expect) {
        if (all == null) {
            all = make();
        }
        all.forEach(
                attempt -> expect.seen(attempt.right()).seen(attempt.without()).seen(attempt.wrong()));
        return all;
    }

    private List<Attempt> make() {
        if (client instanceof StatelessClient stateless) {
            return new StatelessAttempts(stateless, dialect, variants).make();
        } else if (client instanceof LegacySseClient legacy) {
            return new LegacyAttempts(legacy, variants).make();
        }
        return new StreamableAttempts((StreamableClient) client, variants)
                .make(Handshake.params(client.revision().id()));
    }
}
