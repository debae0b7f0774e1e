package dev.touchstone.checks.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Redaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request that a conversation begins with, initialize or discovery, by which it is seen whom the server lets in. It is
 * sent with the configured token and without any once; whatever else is presented is compared with these two.
 */
@Shared(Shared.Per.DIALECT)
final class Entrance {
    private final McpClient client;
    private final Credentials credentials;
    private @Nullable Exchange right;
    private @Nullable Exchange without;
    private @Nullable Exchange wrong;

    Entrance(McpClient client, Target target) {
        this.client = client;
        this.credentials = target.credentials();
    }

    /** The request with the configured credentials, over a connection that nothing was sent over before. */
    Probe request() {
        return request(client).onNewConnection();
    }

    /** The request as a client sends it. */
    static Probe request(McpClient client) {
        if (client instanceof StatelessClient stateless) {
            return stateless.post(stateless.request("server/discover"));
        }
        ObjectNode params = Handshake.params(client.revision().id());
        return ((StreamableClient) client).initializing(params);
    }

    /** The request without any credentials. */
    Probe anonymous() {
        return anonymous(request());
    }

    /** A request without the credentials it has. */
    Probe anonymous(Probe request) {
        Probe bare = request;
        for (Header header : credentials.guarding()) {
            bare = bare.without(header.name());
        }
        return bare;
    }

    /** A request with a token of the same shape that was never issued. */
    Probe stranger(Probe request) {
        return request.with(credentials.wrong());
    }

    /** Sends the request, and ends the session that it may have opened. */
    Exchange send(Probe probe) {
        Exchange answer = probe.send();
        if (client instanceof StreamableClient streamable) {
            answer.header(StreamableClient.SESSION_ID)
                    .ifPresent(id -> streamable
                            .delete()
                            .with(StreamableClient.SESSION_ID, id)
                            .send());
        }
        return answer;
    }

    /** What the configured token gets. */
    synchronized Exchange right() {
        if (right == null) {
            right = send(request());
        }
        return right;
    }

    /** What nothing gets. */
    synchronized Exchange without() {
        if (without == null) {
            without = send(anonymous());
        }
        return without;
    }

    /** What a token gets that was never issued. */
    synchronized Exchange wrong() {
        if (wrong == null) {
            wrong = send(stranger(request()));
        }
        return wrong;
    }

    /** Whether an answer serves the request: a success, unless it wraps an error that the right token does not meet. */
    boolean admits(Exchange answer) {
        return answer.succeeded() && (!hasError(answer) || hasError(right()));
    }

    private static boolean hasError(Exchange answer) {
        return answer.messages().stream().anyMatch(message -> message.has("error"));
    }

    /**
     * Whether the refusal shows that the server authorizes by the framework of the protocol. Servers may have ways of their
     * own instead, which are not bound by what the framework demands.
     */
    boolean followsFramework() {
        return challenges(without()).stream()
                .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"));
    }

    static List<Challenge> challenges(Exchange answer) {
        return Challenge.parse(answer.response()
                .map(response -> response.headers().all("WWW-Authenticate"))
                .orElse(List.of()));
    }

    /** The configured token, which has to be accepted where nothing is. */
    String demand(Expect expect) {
        String token = credentials.bearer().orElseThrow();
        expect.control(admits(right()), right(), "the request with the configured token");
        expect.seen(without());
        if (admits(without())) {
            throw new NotApplicable(
                    "the server serves " + (client instanceof StatelessClient ? "server/discover" : "initialize")
                            + " without a token, too (" + without().inShort() + ")");
        }
        return token;
    }

    /** The same, for what writes the token elsewhere than into its header. */
    String demandReplaceable(Expect expect) {
        String token = demand(expect);
        if (!Redaction.isReplaceable(token)) {
            throw new Inconclusive(
                    "the token is too short to be kept out of the reports, use one of 8 characters or more");
        }
        return token;
    }

    /** Expects what the framework demands; of a server that does not follow it no more than a warning comes. */
    void expect(Expect expect, boolean met, String expected, String what, Exchange answer) {
        expect.seen(answer);
        String seen = what + ": " + answer.inShort();
        if (met || followsFramework()) {
            expect.holds(met, expected, seen);
        } else {
            expect.deviates(
                    expected,
                    seen + " (no Bearer challenge shows that the server follows the authorization of the protocol)");
        }
    }
}
