package dev.touchstone.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.cli.Judging;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.reference.AuthorizationFault;
import dev.touchstone.reference.Rig;
import dev.touchstone.report.page.SummaryPage;
import dev.touchstone.verdict.Baseline;
import dev.touchstone.verdict.Gate;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report tells how a client finds its way in, where there is a door at all. */
class WayInTest {
    private static final String TITLE = "How a client finds its way in";
    private static final Gate GATE = new Gate(Set.of(Verdict.FAIL), Baseline.EMPTY);

    @TempDir
    private Path folder;

    private static RunResult judged(URI url) {
        return Judging.judge(url, List.of("--revision", "2025-11-25", "--only", "auth,discovery"));
    }

    /** Only what needs no token. */
    private static RunResult signIn(URI url) {
        return Judging.judge(
                url, List.of("--revision", "2025-11-25", "--only", "auth.www-authenticate,auth.prm,auth.as,discovery"));
    }

    private String page(RunResult run) throws IOException {
        SummaryPage.write(run, GATE.decide(run), Baseline.EMPTY, folder);
        return Files.readString(folder.resolve("index.html"));
    }

    @Test
    void the_steps_of_a_client_and_where_it_gets_lost() throws IOException {
        try (Rig rig = AuthorizationFault.SILENT_SERVER.start()) {
            assertThat(page(judged(rig.streamableUrl())))
                    .containsSubsequence(
                            TITLE,
                            "Clients get lost",
                            "sends a request without a token",
                            "reads the challenge",
                            "looks for the metadata of the resource",
                            "about the server",
                            "asks the authorization server",
                            "auth.as.metadata.2025-11-25")
                    .doesNotContain("It makes sure of PKCE");
        }
    }

    @Test
    void how_clients_get_an_id() throws IOException {
        try (Rig rig = AuthorizationFault.NO_CLIENT_DOCUMENTS.start()) {
            assertThat(page(judged(rig.streamableUrl())))
                    .containsSubsequence(TITLE, "Nothing on the way stops a client", "clients register", "PKCE");
        }
    }

    @Test
    void an_open_server_has_no_door() throws IOException {
        try (DemoServer server = DemoServer.start()) {
            assertThat(page(judged(server.streamableUrl()))).doesNotContain(TITLE);
        }
    }

    @Test
    void what_was_found_decides_about_the_build_before_the_closed_door_does() {
        try (Rig broken = AuthorizationFault.SILENT_SERVER.start();
                Rig sound = AuthorizationFault.NO_CLIENT_DOCUMENTS.start()) {
            RunResult found = Judging.judge(broken.streamableUrl(), List.of("--revision", "2025-11-25"));
            RunResult closed = Judging.judge(sound.streamableUrl(), List.of("--revision", "2025-11-25"));

            assertThat(GATE.decide(found).reasons()).hasSize(2).anyMatch(reason -> reason.contains("violated"));
            assertThat(GATE.decide(closed).reasons())
                    .containsExactly(Gate.closed(closed).orElseThrow());
            assertThat(GATE.decide(signIn(sound.streamableUrl())).passed()).isTrue();
        }
    }
}
