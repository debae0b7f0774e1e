package dev.touchstone.checks.discovery;

import dev.touchstone.client.PlainHttp;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The attempt of a client without any metadata to register, with a request that registers nobody: it has no redirect URI. */
@Shared(Shared.Per.RUN)
final class ClientRegistration {
    private static final byte[] NOBODY =
            "{\"redirect_uris\":[],\"token_endpoint_auth_method\":\"none\"}".getBytes(StandardCharsets.UTF_8);
    private static final Headers JSON =
            Headers.NONE.and("Content-Type", "application/json").and("Accept", "application/json");

    private final PlainHttp http;
    private final Target target;
    private @Nullable Exchange answer;

    ClientRegistration(PlainHttp http, Target target) {
        this.http = http;
        this.target = target;
    }

    /** The answer to POST /register at the origin. */
    synchronized Exchange answer() {
        if (answer == null) {
            answer = http.send("POST", target.origin().resolve("/register"), JSON, NOBODY);
        }
        return answer;
    }
}
