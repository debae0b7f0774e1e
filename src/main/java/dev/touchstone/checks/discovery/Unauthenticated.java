package dev.touchstone.checks.discovery;

import dev.touchstone.checks.parts.Challenge;
import dev.touchstone.client.PlainHttp;
import dev.touchstone.junit.Shared;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the endpoint answers a client that has no credentials yet. */
@Shared(Shared.Per.ERA)
public final class Unauthenticated {
    /** How many addresses are asked that a server names. */
    private static final int MOST = 3;

    private static final Headers GET = Headers.NONE.and("Accept", "text/event-stream");

    private final PlainHttp http;
    private final Target target;
    private final FirstSteps steps;
    private @Nullable List<Exchange> answers;

    Unauthenticated(PlainHttp http, Target target, FirstSteps steps) {
        this.http = http;
        this.target = target;
        this.steps = steps;
    }

    /** The answers to the first steps and, unless the server let in the very first, to GET and DELETE. */
    public synchronized List<Exchange> answers() {
        if (answers == null) {
            answers = List.copyOf(ask());
        }
        return answers;
    }

    private List<Exchange> ask() {
        List<Exchange> result = new ArrayList<>(steps.take(Headers.NONE));
        Exchange first = result.get(0);
        if (!first.succeeded()) {
            result.add(http.get(target.url(), GET));
        }
        if (closed(first)) {
            result.add(http.send("DELETE", target.url(), Headers.NONE, new byte[0]));
        }
        return result;
    }

    /**
     * The answer that asks for credentials: to the request that opens a conversation, to the next where that is let in, or
     * to the GET that opens an HTTP+SSE connection.
     */
    public Optional<Exchange> refusal() {
        return answers().stream().limit(2).filter(Unauthenticated::closed).findFirst();
    }

    /** Whether the request that opens a conversation needs no credentials. */
    public boolean letsIn() {
        return answers().get(0).succeeded();
    }

    /** The answers that refuse the client for what it is: 401 or 403. */
    public List<Exchange> refusals() {
        return answers().stream().filter(Unauthenticated::closed).toList();
    }

    /** The answers with status 401. */
    public List<Exchange> challenged() {
        return answers().stream().filter(answer -> answer.status() == 401).toList();
    }

    /** The metadata addresses that challenges name, as they stand there; of many only the first few. */
    public List<String> metadataUrls() {
        return challenged().stream()
                .flatMap(answer -> challenges(answer).stream())
                .flatMap(challenge -> challenge.parameter("resource_metadata").stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** The challenges of an answer. */
    public static List<Challenge> challenges(Exchange answer) {
        return Challenge.parse(answer.response()
                .map(response -> response.headers().all("WWW-Authenticate"))
                .orElse(List.of()));
    }

    private static boolean closed(Exchange answer) {
        return answer.status() == 401 || answer.status() == 403;
    }
}
