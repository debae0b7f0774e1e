package dev.touchstone.verdict;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.preflight.ServerFacts;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.BodyEnd;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Headers;
import dev.touchstone.wire.NoAnswer;
import dev.touchstone.wire.Request;
import dev.touchstone.wire.Response;
import dev.touchstone.wire.Transcript;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small made-up outcomes and exchanges. */
final class Samples {
    static final Catalogue CATALOGUE = Catalogue.load();
    static final Revision NEWEST = CATALOGUE.revision("2025-11-25").orElseThrow();
    static final Requirement MUST = CATALOGUE.get("session.terminated.404");
    static final Requirement IMPLIED_MUST = CATALOGUE.get("session.invalid-id.404");
    static final Requirement SHOULD = CATALOGUE.get("session.missing-id.400");
    static final Requirement INTEROP = CATALOGUE.get("session.delete.accepted-or-405");

    private static final Request GET =
            new Request("GET", URI.create("http://127.0.0.1/mcp"), Headers.NONE, new byte[0]);

    private Samples() {}

    static Exchange answered(int number, int status) {
        return answered(number, status, "");
    }

    static Exchange answered(int number, int status, String body) {
        Response response = new Response(
                status,
                "HTTP/1.1",
                Headers.NONE,
                body.getBytes(StandardCharsets.UTF_8),
                BodyEnd.COMPLETE,
                Duration.ZERO,
                Duration.ZERO,
                List.of());
        return new Exchange(number, "test", "", Instant.EPOCH, GET, response, null);
    }

    static Exchange unanswered(int number) {
        NoAnswer failure = new NoAnswer(NoAnswer.Kind.TIMEOUT, "", Duration.ofSeconds(10));
        return new Exchange(number, "test", "", Instant.EPOCH, GET, null, failure);
    }

    static Outcome outcome(Requirement requirement, Verdict verdict) {
        return new Outcome(requirement, NEWEST, verdict, "", "", "", List.of(), Duration.ZERO);
    }

    static RunResult run(Outcome... outcomes) {
        Dialect dialect = new Dialect(NEWEST, MissingNode.getInstance(), Map.of());
        ServerFacts facts =
                new ServerFacts(MissingNode.getInstance(), List.of(dialect), List.of(dialect), false, false, List.of());
        Target target = new Target(URI.create("http://127.0.0.1/mcp"), Credentials.NONE);
        return new RunResult(
                "test",
                target,
                facts,
                CATALOGUE,
                List.of(outcomes),
                List.of(),
                List.of(),
                new Transcript(),
                Instant.EPOCH,
                Duration.ZERO);
    }
}
