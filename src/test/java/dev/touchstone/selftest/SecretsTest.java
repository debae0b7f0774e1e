package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.cli.Judging;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.report.Reports;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that the server repeats wherever it can is in no output of a run. */
class SecretsTest {
    private static final String CANARY = "canary-4711-secret";

    @Test
    void no_output_of_a_run_contains_the_token(@TempDir Path reports) throws IOException {
        try (DemoServer server = DemoServer.start(new Echo())) {
            List<String> options = new ArrayList<>(List.of("--bearer", CANARY));
            for (String kind : List.of("expired", "low-scope", "other-audience", "second")) {
                options.addAll(List.of("--bearer." + kind, CANARY + "-" + kind));
            }
            expectNoCanary(Judging.judge(server.streamableUrl(), options), reports);
        }
    }

    @Test
    void no_output_of_a_run_contains_a_key_in_the_query(@TempDir Path reports) throws IOException {
        try (DemoServer server = DemoServer.start(new EchoOfAddress())) {
            URI target = URI.create(server.streamableUrl() + "?tenant=acme&api_key=" + CANARY);

            expectNoCanary(Judging.judge(target, List.of()), reports);
        }
    }

    private static void expectNoCanary(RunResult result, Path reports) throws IOException {
        Gate.Decision decision = new Gate(Set.of(Verdict.FAIL), Baseline.EMPTY).decide(result);
        Path folder = Reports.write(result, decision, Baseline.EMPTY, reports);

        assertThat(result.transcript().all()).hasSizeGreaterThan(50);
        assertThat(result.with(Verdict.PASS)).hasSizeGreaterThan(100);
        assertThat(files(folder)).hasSizeGreaterThan(8).noneMatch(SecretsTest::holdsCanary);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that repeats the address it was called by. */
    private static final class EchoOfAddress implements Behaviour {
        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            return response.put("echo", call.request().uri().toString());
        }
    }

    /** A server that repeats the secret wherever it can. */
    private static final class Echo implements Behaviour {
        @Override
        public Optional<Credential> credential() {
            return Optional.of(Credential.bearer(CANARY));
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            return response.put("echo", "Bearer " + CANARY + " " + presented(call.request()));
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            return reply.with("X-Echo", "token=" + CANARY + " " + presented(request));
        }

        private static String presented(Request request) {
            return request.header("Authorization").orElse("");
        }

        /** Everybody who has a token of these is somebody. */
        @Override
        public boolean admits(Request request) {
            return presented(request).contains(CANARY);
        }
    }
}
