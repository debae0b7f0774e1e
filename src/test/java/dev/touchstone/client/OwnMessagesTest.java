package dev.touchstone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.target.Credentials;
import dev.touchstone.target.Target;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import dev.touchstone.wire.Transcript;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under every kind of client, what is wrong is only sent where that is said. */
class OwnMessagesTest {
    private final Transcript transcript = new Transcript();

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-11-25", "2026-07-28"})
    void an_invalid_message_stays_here_unless_it_is_wrong_on_purpose(String id) {
        Revision revision = Catalogue.load().revision(id).orElseThrow();
        try (DemoServer server = DemoServer.start(Behaviour.CONFORMING)) {
            Target target = new Target(address(server, revision), Credentials.NONE);
            try (Http http = new Http(target, transcript, Limits.DEFAULT, Tls.standard());
                    Session session = client(http, target, revision).connect()) {
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

    private static URI address(DemoServer server, Revision revision) {
        if (revision.era() == Era.STATELESS) {
            return server.statelessUrl();
        }
        return revision.transport() == Transport.HTTP_SSE ? server.sseUrl() : server.streamableUrl();
    }

    private static McpClient client(Http http, Target target, Revision revision) {
        Http sender = http.under(revision);
        if (revision.era() == Era.STATELESS) {
            return new StatelessClient(sender, target, revision, Ids::integers);
        }
        return revision.transport() == Transport.HTTP_SSE
                ? new LegacySseClient(sender, target, revision, Ids::integers)
                : new StreamableClient(sender, target, revision, Ids::integers);
    }
}
