package dev.touchstone.checks.tokens;

import dev.touchstone.checks.discovery.FirstSteps;
import dev.touchstone.checks.discovery.Protection;
import dev.touchstone.checks.parts.Admission;
import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.Redaction;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request that a conversation begins with, initialize or discovery, or where that is open and there are no sessions the
 * first list that is not, by which it is seen whom the server lets in. It is
 * sent with the configured token and without any once; whatever else is presented is compared with these two.
 */
@Shared(Shared.Per.DIALECT)
final class Entrance {
    /** The header that tokens come in. */
    static final String AUTHORIZATION = "Authorization";

    private static final String DISCOVER = "server/discover";

    private final McpClient client;
    private final Credentials credentials;
    private final Dialect dialect;
    private final Protection protection;
    private final FirstSteps steps;
    private @Nullable String method;
    private @Nullable Exchange right;
    private @Nullable Exchange without;
    private @Nullable Exchange wrong;

    Entrance(McpClient client, Target target, Dialect dialect, Protection protection, FirstSteps steps) {
        this.client = client;
        this.credentials = target.credentials();
        this.dialect = dialect;
        this.protection = protection;
        this.steps = steps;
    }

    /** The request with the configured credentials, over a connection that nothing was sent over before. */
    Probe request() {
        return request(client).onNewConnection();
    }

    /** The request as a client sends it. */
    Probe request(McpClient as) {
        return as instanceof StatelessClient stateless ? stateless.post(stateless.request(method())) : opening(as);
    }

    /** The request that a conversation begins with. */
    static Probe opening(McpClient as) {
        return as instanceof StatelessClient stateless
                ? stateless.post(stateless.request(DISCOVER))
                : ((StreamableClient) as)
                        .initializing(Handshake.params(as.revision().id()));
    }

    /** What is asked where there are no sessions: discovery or, where that is open, the first list that is not. */
    private synchronized String method() {
        if (method == null) {
            method = !isClosed(DISCOVER)
                    ? lists().filter(this::isClosed).findFirst().orElse(DISCOVER)
                    : DISCOVER;
        }
        return method;
    }

    private Stream<String> lists() {
        return Stream.of("tools", "resources", "prompts")
                .filter(dialect.capabilities()::has)
                .map(capability -> capability + "/list");
    }

    private boolean isClosed(String asked) {
        StatelessClient stateless = (StatelessClient) client;
        return anonymous(stateless.post(stateless.request(asked)).onNewConnection())
                .send()
                .refused();
    }

    /** The request without the token. */
    Probe anonymous() {
        return anonymous(request());
    }

    /** A request without the token it has; other headers may be what opens a gateway before the server. */
    Probe anonymous(Probe request) {
        return request.without(AUTHORIZATION);
    }

    /** A request with a token of the same shape that was never issued. */
    Probe stranger(Probe request) {
        return request.with(AUTHORIZATION, stranger());
    }

    /** How such a token is presented. */
    String stranger() {
        return credentials.wrong().first(AUTHORIZATION).orElseThrow();
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

    /**
     * Whether an answer serves the request.
     *
     * @throws Inconclusive if it neither serves nor refuses it
     */
    boolean admits(Exchange answer) {
        Admission admission = Admission.of(answer, right());
        if (admission == Admission.UNCLEAR) {
            throw Admission.unclear(answer);
        }
        return admission == Admission.SERVED;
    }

    /**
     * Whether the server shows that it authorizes by the framework of the protocol. Servers may have ways of their own
     * instead, which are not bound by what the framework demands.
     */
    boolean followsFramework() {
        return challenges(without()).stream().anyMatch(Challenge::isBearer) || protection.followsFramework();
    }

    static List<Challenge> challenges(Exchange answer) {
        return Challenge.parse(answer.response()
                .map(response -> response.headers().all("WWW-Authenticate"))
                .orElse(List.of()));
    }

    /** The configured token, which has to be accepted where nothing is. */
    String demand(Expect expect) {
        String token = credentials.bearer().orElseThrow();
        expect.seen(right()).seen(without());
        expect.control(admits(right()), right(), "the request with the configured token");
        if (admits(without())) {
            demandOpen(expect);
            throw new NotApplicable((client instanceof StatelessClient ? DISCOVER : "initialize")
                    + " is served without a token, too (" + without().inShort() + ")");
        }
        return token;
    }

    /** A server may tell everybody what it is, and want a token of those who ask for more. */
    private void demandOpen(Expect expect) {
        Headers others = credentials.lines().without(AUTHORIZATION);
        for (Exchange answer : steps.take(others)) {
            expect.seen(answer);
            if (answer.status() == 401 || answer.status() == 403) {
                throw new Inconclusive("a session is opened without a token, and what is refused in it is not judged: "
                        + answer.inShort());
            }
        }
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

    /** What a token gets that was never issued: a refusal, or else the tokens are not told apart at all. */
    void demandStrangerRefused(Expect expect) {
        demand(expect);
        expect.seen(wrong());
        if (admits(wrong())) {
            throw Inconclusive.blockedBy("credentials.wrong-refused", "a token that was never issued is accepted");
        }
    }

    /** Expects what the framework demands; of a server that does not follow it no more than a warning comes. */
    void expect(Expect expect, boolean met, String expected, String what, Exchange answer) {
        expect.seen(answer);
        String seen = what + ": " + answer.inShort();
        if (met || followsFramework()) {
            expect.holds(met, expected, seen);
        } else {
            expect.deviates(
                    expected, seen + " (neither a Bearer challenge nor metadata shows that the server follows OAuth)");
        }
    }
}
