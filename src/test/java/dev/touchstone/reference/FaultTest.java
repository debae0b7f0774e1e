package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.Fault.Endpoint;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong server runs, and still speaks HTTP. */
class FaultTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.touchstone.reference.Fault#all")
  void a_server_with_a_fault_answers_initialize_somehow(Fault fault) {
    try (Rig rig = fault.start()) {
      String revision = fault.revisions().stream().sorted().reduce((older, newer) -> newer).orElseThrow();
      TestClient client = new TestClient(rig.streamableUrl());
      TestClient admitted =
          rig.credential().map(key -> client.with(key.header(), key.value())).orElse(client);

      HttpResponse<String> answer = admitted.post(TestClient.initialize(revision));

      assertThat(answer.statusCode()).isIn(200, 403);
      if (fault.endpoint() == Endpoint.STREAMABLE) {
        assertThat(fault.revisions()).doesNotContain("2024-11-05");
      }
    }
  }

  @Test
  void each_fault_has_a_requirement_and_a_name_of_its_own() {
    Set<String> requirements =
        Fault.all().stream().flatMap(fault -> fault.breaks().stream()).collect(Collectors.toSet());

    assertThat(Fault.all()).extracting(Fault::name).doesNotHaveDuplicates();
    assertThat(requirements).hasSameSizeAs(Fault.all());
  }
}
