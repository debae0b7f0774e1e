package dev.touchstone.checks.credentials;

import dev.touchstone.client.Handshake;
import dev.touchstone.client.LegacySseClient;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every kind of request with, without and with wrong credentials, sent once and looked at by all checks. */
@Shared(Shared.Per.DIALECT)
final class Attempts {
    private final McpClient client;
    private final Variants variants;
    private @Nullable List<Attempt> all;

    Attempts(McpClient client, Target target) {
        this.client = client;
        this.variants = new Variants(target.credentials(), client.http().limits());
    }

    /** The attempts, all of them evidence. */
    synchronized List<Attempt> all(Expect expect) {
        if (all == null) {
            all = client instanceof LegacySseClient legacy
                    ? new LegacyAttempts(legacy, variants).make()
                    : new StreamableAttempts((StreamableClient) client, variants)
                            .make(Handshake.params(client.revision().id()));
        }
        all.forEach(
                attempt -> expect.seen(attempt.right()).seen(attempt.without()).seen(attempt.wrong()));
        return all;
    }
}
