package dev.touchstone.checks.authorization;

import dev.touchstone.client.PlainHttp;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that clients of the first revision with authorization fall back to. Only the page for people is looked at:
 * the others take a POST, which would ask for a token or register a client.
 */
@Shared(Shared.Per.RUN)
final class DefaultEndpoints {
    private final PlainHttp http;
    private final Target target;
    private @Nullable Exchange page;

    DefaultEndpoints(PlainHttp http, Target target) {
        this.http = http;
        this.target = target;
    }

    /** What lies at the default address of the authorization endpoint. */
    synchronized Exchange page() {
        if (page == null) {
            page = http.get(target.origin().resolve("/authorize"), Headers.NONE.and("Accept", "text/html"));
        }
        return page;
    }

    /** Whether there is nothing. */
    boolean absent() {
        return page().status() == 404;
    }
}
