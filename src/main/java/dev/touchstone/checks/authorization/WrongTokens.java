package dev.touchstone.checks.authorization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.discovery.AuthorizationServers;
import dev.touchstone.checks.discovery.FirstSteps;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The first steps of clients with a token that nobody issued; the answers are asked for once. */
@Shared(Shared.Per.ERA)
final class WrongTokens {
    private static final String ISSUER = "https://issuer.example";
    private static final int HOUR = 3600;

    private final FirstSteps steps;
    private final AuthorizationServers servers;
    private final Target target;
    private final Map<String, Exchange> answers = new LinkedHashMap<>();

    WrongTokens(FirstSteps steps, AuthorizationServers servers, Target target) {
        this.steps = steps;
        this.servers = servers;
        this.target = target;
    }

    /** The answer to a random string. */
    Exchange random() {
        return answer("Bearer touchstone-" + UUID.randomUUID(), "random");
    }

    /** The answer to a token that claims to come from the server's own issuer, and has no signature. */
    Exchange unsigned() {
        List<String> named = servers.named();
        String issuer = named.isEmpty() ? servers.ownOrigin() : named.get(0);
        return answer("Bearer " + body("none", issuer) + ".", "unsigned");
    }

    /** The answer to a token that another issuer signed. */
    Exchange foreign() {
        String body = body("HS256", ISSUER);
        return answer("Bearer " + body + "." + signature(body), "foreign");
    }

    /** The answer to an Authorization header that is not in the form of its scheme. */
    Exchange malformed(String value) {
        return answer(value, value);
    }

    private synchronized Exchange answer(String authorization, String kind) {
        Exchange known = answers.get(kind);
        if (known == null) {
            List<Exchange> taken = steps.take(Headers.NONE.and("Authorization", authorization));
            known = taken.get(taken.size() - 1);
            answers.put(kind, known);
        }
        return known;
    }

    private String body(String algorithm, String issuer) {
        long now = Instant.now().getEpochSecond();
        ObjectNode header = Json.object().put("alg", algorithm).put("typ", "JWT");
        ObjectNode claims = Json.object()
                .put("iss", issuer)
                .put("sub", "touchstone")
                .put("aud", target.url().toString())
                .put("scope", "mcp")
                .put("iat", now)
                .put("exp", now + HOUR)
                .put("jti", UUID.randomUUID().toString());
        return encoded(Json.bytes(header)) + "." + encoded(Json.bytes(claims));
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return encoded(mac.doFinal(body.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
