package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Transcript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On either transport, what is wrong is only sent where that is said. */
class OwnMessagesTest {
    private final Transcript transcript = new Transcript();

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-11-25"})
    void an_invalid_message_stays_here_unless_it_is_wrong_on_purpose(String id) {
        Revision revision = Catalogue.load().revision(id).orElseThrow();
        boolean legacy = revision.transport() == Transport.HTTP_SSE;
        try (DemoServer server = DemoServer.start(Behaviour.CONFORMING)) {
            Target target = new Target(legacy ? server.sseUrl() : server.streamableUrl(), Credentials.NONE);
            try (Http http = new Http(target, transcript, Limits.DEFAULT, Tls.standard());
                    Session session = client(legacy, http, target, revision).connect()) {
                ObjectNode nameless = JsonRpc.request(session.nextId(), "tools/call", Json.object());
                int sent = transcript.all().size();

                assertThatThrownBy(() -> session.ask(nameless)).isInstanceOf(InvalidMessage.class);
                assertThatThrownBy(() -> session.tell(Json.object().put("jsonrpc", "2.0")))
                        .isInstanceOf(InvalidMessage.class);
                assertThat(transcript.all()).hasSize(sent);

                assertThat(session.provoke(nameless).error().path("code").asInt())
                        .isEqualTo(-32602);
            }
        }
    }

    private static McpClient client(boolean legacy, Http http, Target target, Revision revision) {
        Http sender = http.under(revision);
        return legacy
                ? new LegacySseClient(sender, target, revision, Ids::integers)
                : new StreamableClient(sender, target, revision, Ids::integers);
    }
}
