package dev.touchstone.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.client.Http;
import dev.touchstone.client.Limits;
import dev.touchstone.client.Tls;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Call;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Transcript;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whether a server has sessions, none, or both, is found out whatever traps it sets. */
class EraTest {
    private static final List<String> STATEFUL = List.of("2025-11-25", "2025-06-18", "2025-03-26");
    private static final String STATELESS = "2026-07-28";

    @Test
    void a_server_without_sessions_speaks_the_stateless_revision_only() {
        assertThat(spoken(Behaviour.CONFORMING, DemoServer::statelessUrl)).containsExactly(STATELESS);
    }

    @Test
    void a_server_with_sessions_speaks_those_with_sessions_only() {
        assertThat(spoken(Behaviour.CONFORMING, DemoServer::streamableUrl)).isEqualTo(STATEFUL);
    }

    @Test
    void a_server_of_both_eras_speaks_all_newest_first() {
        assertThat(spoken(Behaviour.CONFORMING, DemoServer::dualUrl))
                .startsWith(STATELESS)
                .endsWith("2025-03-26")
                .hasSize(4);
    }

    @Test
    void a_server_that_discovers_older_revisions_only_does_not_speak_the_stateless_one() {
        Behaviour older = new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.method().equals("server/discover")) {
                    response.withObject("/result").putArray("supportedVersions").add("2025-11-25");
                } else if (call.revision().equals(STATELESS) && response.get("result") instanceof ObjectNode result) {
                    result.remove("resultType");
                }
                return response;
            }
        };

        assertThat(spoken(older, DemoServer::dualUrl)).isEqualTo(STATEFUL);
    }

    @Test
    void a_server_without_discovery_speaks_the_stateless_revision_if_its_lists_say_what_they_are() {
        assertThat(spoken(withoutDiscovery(), DemoServer::dualUrl)).startsWith(STATELESS);
    }

    @Test
    void a_server_with_sessions_that_answers_a_stateless_list_does_not_speak_the_stateless_revision() {
        Behaviour lax = new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                if (call.revision().equals(STATELESS) && response.get("result") instanceof ObjectNode result) {
                    result.remove("resultType");
                }
                return withoutDiscovery().answer(call, response);
            }
        };

        assertThat(spoken(lax, DemoServer::dualUrl)).isEqualTo(STATEFUL);
    }

    @Test
    void a_server_of_a_revision_to_come_is_named_by_what_it_speaks() {
        Behaviour newer = answering("server/discover", (call, response) -> {
            response.remove("result");
            ObjectNode error = response.putObject("error").put("code", -32022).put("message", "x");
            error.putObject("data").putArray("supported").add("2027-01-01");
            return response;
        });

        assertThatThrownBy(() -> spoken(newer, DemoServer::statelessUrl))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("2027-01-01");
    }

    private static Behaviour withoutDiscovery() {
        return answering("server/discover", (call, response) -> {
            response.remove("result");
            response.putObject("error").put("code", -32601).put("message", "x");
            return response;
        });
    }

    private static Behaviour answering(String method, BiFunction<Call, ObjectNode, ObjectNode> change) {
        return new Behaviour() {
            @Override
            public ObjectNode answer(Call call, ObjectNode response) {
                return call.method().equals(method) ? change.apply(call, response) : response;
            }
        };
    }

    private static List<String> spoken(Behaviour behaviour, Function<DemoServer, URI> url) {
        Catalogue catalogue = Catalogue.load();
        try (DemoServer server = DemoServer.start(behaviour)) {
            Target target = new Target(url.apply(server), Credentials.NONE);
            try (Http http = new Http(target, new Transcript(), Limits.DEFAULT, Tls.standard())) {
                return new Preflight(target, http, catalogue, catalogue.revisions())
                        .run().spoken().stream()
                                .map(dialect -> dialect.revision().id())
                                .toList();
            }
        }
    }
}
