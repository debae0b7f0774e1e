package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The odd servers serve a client that is not easily surprised. */
class OddServerTest {

    @ParameterizedTest
    @EnumSource(OddServer.class)
    void an_odd_server_serves_a_session(OddServer odd) throws IOException {
        try (Rig rig = odd.start()) {
            String[] credential = rig.credential()
                    .map(needed -> new String[] {needed.header(), needed.value()})
                    .orElse(new String[0]);
            TestClient session = new TestClient(rig.streamableUrl(), credential).open("2025-03-26");

            HttpResponse<String> answer = session.post(TestClient.PING);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().replaceAll("\\s+(data: )?", ""))
                    .contains("\"id\":2")
                    .contains("\"result\":{");
            assertThat(session.send("DELETE", "").statusCode()).isIn(200, 204, 401, 405);
            try (InputStream stream =
                    new TestClient(rig.sseUrl(), credential).listen().body()) {
                assertThat(stream.read()).isPositive();
            }
        }
    }

    @Test
    void header_names_really_come_in_the_other_case() {
        try (Rig lower = OddServer.HEADERS_LOWER_CASE.start()) {
            assertThat(RawHead.of(lower.streamableUrl())).contains("\r\ncontent-type: ");
        }
        try (Rig upper = OddServer.HEADERS_UPPER_CASE.start()) {
            assertThat(RawHead.of(upper.streamableUrl())).contains("\r\nCONTENT-TYPE: ");
        }
    }

    @Test
    void the_gateway_knows_post_only() {
        try (Rig rig = SeedServers.POST_ONLY_GATEWAY.start()) {
            TestClient client = new TestClient(rig.streamableUrl());
            TestClient session = client.open("2025-11-25");

            assertThat(TestClient.json(client.post(TestClient.initialize("2025-11-25")))
                            .at("/result/protocolVersion")
                            .asText())
                    .isEqualTo("2025-03-26");
            assertThat(session.send("GET", "").statusCode()).isEqualTo(404);
            assertThat(client.send("OPTIONS", "").headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    void the_hand_written_endpoint_knows_tools_list_and_string_ids_only() {
        try (Rig rig = SeedServers.TOOLS_LIST_ONLY.start()) {
            TestClient open = new TestClient(rig.streamableUrl());
            TestClient client = open.with("X-API-Key", "k");

            assertThat(open.post(TestClient.TOOLS).statusCode()).isEqualTo(401);
            assertThat(client.post(TestClient.TOOLS).statusCode()).isEqualTo(422);
            assertThat(client.post(TestClient.TOOLS.replace("3", "\"3\"")).body())
                    .contains("\"tools\":[");
            assertThat(client.post(TestClient.PING.replace("\"id\":2", "\"id\":\"2\""))
                            .body())
                    .contains("-32601");
            assertThat(client.send("GET", "").statusCode()).isEqualTo(405);
        }
    }
}
