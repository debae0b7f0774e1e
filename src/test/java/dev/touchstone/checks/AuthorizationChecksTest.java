package dev.touchstone.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Requirement;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.demo.Reply;
import dev.touchstone.demo.Request;
import dev.touchstone.reference.Fault;
import dev.touchstone.reference.OddServer;
import dev.touchstone.reference.Rig;
import dev.touchstone.reference.SeedServers;
import dev.touchstone.target.Credentials;
import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.Verdict;
import dev.touchstone.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks of credentials and discovery find on servers with one fault, with none, and in the field. */
class AuthorizationChecksTest {

    private static boolean ours(Requirement requirement) {
        return Set.of("credentials", "discovery").contains(requirement.area());
    }

    static Stream<Fault> faults() {
        return Fault.all().stream()
                .filter(fault -> fault.breaks().stream().anyMatch(id -> id.matches("(credentials|discovery)\\..*")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void each_fault_turns_its_own_requirement_red_and_no_other(Fault fault) {
        try (Rig rig = fault.start()) {
            AreaRun run = AreaRun.of(rig, AuthorizationChecksTest::ours);

            assertThat(run.conspicuous()).as("%s", run).isEqualTo(fault.breaks());
        }
    }

    @ParameterizedTest
    @EnumSource
    void odd_servers_stay_green(OddServer odd) {
        try (Rig rig = odd.start()) {
            AreaRun run = AreaRun.of(rig, AuthorizationChecksTest::ours);

            assertThat(run.conspicuous()).as("%s", run).isEmpty();
            assertThat(run.with(Set.of(Verdict.PASS))).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANY_VALUE_ACCEPTED", "ONLY_CALLS_PROTECTED", "REFUSED_WITH_400"})
    void the_faults_of_credentials_show_over_http_sse_too(String name) {
        Fault fault =
                faults().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        try (Rig rig = fault.start()) {
            AreaRun run =
                    AreaRun.ofLegacy(rig, requirement -> requirement.area().equals("credentials"));

            assertThat(run.conspicuous()).as("%s", run).isEqualTo(fault.breaks());
        }
    }

    @Test
    void the_hand_written_server_breaks_claude_code_and_sends_no_challenge() {
        try (Rig rig = SeedServers.TOOLS_LIST_ONLY.start()) {
            AreaRun run = AreaRun.of(rig, AuthorizationChecksTest::ours);

            assertThat(run.conspicuous())
                    .as("%s", run)
                    .containsExactly("discovery.challenge.present", "discovery.register.absent-survivable");
            assertThat(run.with(Set.of(Verdict.PASS)))
                    .as("%s", run)
                    .contains("credentials.accepted", "credentials.required", "credentials.wrong-refused");
        }
    }

    @Test
    void a_run_keeps_the_secret_in_no_exchange_and_no_outcome() {
        Credentials canary = new Credentials(List.of(new Header("Authorization", "Bearer " + Echo.CANARY)));
        try (DemoServer server = DemoServer.start(new Echo())) {
            AreaRun run = AreaRun.of(server.streamableUrl(), canary, requirement -> true);

            assertThat(run.transcript().all()).hasSizeGreaterThan(50).allSatisfy(exchange -> {
                assertThat(exchange.toString()).doesNotContain("canary");
                assertThat(new String(exchange.request().body(), StandardCharsets.UTF_8))
                        .doesNotContain("canary");
                assertThat(new String(exchange.body(), StandardCharsets.UTF_8)).doesNotContain("canary");
            });
            assertThat(run.outcomes()).extracting(Outcome::toString).noneMatch(text -> text.contains("canary"));
        }
    }

    /** A server that repeats the secret wherever it can. */
    private static final class Echo implements Behaviour {
        private static final String CANARY = "canary-4711-canary";

        @Override
        public Optional<Credential> credential() {
            return Optional.of(Credential.bearer(CANARY));
        }

        @Override
        public ObjectNode answer(Call call, ObjectNode response) {
            return response.put("echo", "Bearer " + CANARY);
        }

        @Override
        public Reply amend(Request request, Reply reply) {
            return reply.with("X-Echo", "token=" + CANARY);
        }
    }
}
