package dev.touchstone.checks.backcompat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Catalogue;
import dev.touchstone.catalogue.Era;
import dev.touchstone.catalogue.Revision;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a server of this era alone says to a client that begins with initialize. */
@Conformance
class LegacyHandshake {
    private static final String REJECTED = "backcompat.initialize.rejected";

    @Verifies(REJECTED)
    void initialize_is_refused_for_lack_of_headers(
            StatelessClient client, Siblings siblings, Catalogue catalogue, Expect expect) {
        Eras.demandOne(siblings);
        Exchange answer = plain(client, newest(catalogue));
        boolean error = answer.messages().stream().anyMatch(JsonRpc::isError);
        String expected = "status 400 with a JSON-RPC error";

        if (answer.status() == 404 && answer.errorCode() == ErrorCode.METHOD_NOT_FOUND) {
            expect.seen(answer).deviates(expected, "status 404 with JSON-RPC error " + ErrorCode.METHOD_NOT_FOUND);
        } else {
            expect.that("initialize", answer).holds(answer.status() == 400 && error, expected);
        }
    }

    @Verifies("backcompat.initialize.names-versions")
    void the_refusal_names_the_versions_that_are_spoken(
            StatelessClient client, Siblings siblings, Catalogue catalogue, Expect expect) {
        Eras.demandOne(siblings);
        String spoken = client.revision().id();
        Revision earlier = newest(catalogue);
        Exchange plain = plain(client, earlier);
        expect.seen(plain);
        if (plain.messages().stream().noneMatch(JsonRpc::isError)) {
            throw Inconclusive.blockedBy(REJECTED, plain.inShort());
        }
        refusals(client, earlier, plain).forEach((label, refusal) -> {
            String body = new String(refusal.body(), StandardCharsets.UTF_8);
            boolean served = refusal.messages().stream().anyMatch(message -> message.has("result"));
            expect.that(label, refusal).holds(served || body.contains(spoken), "an error that names " + spoken);
        });
    }

    private static Map<String, Exchange> refusals(StatelessClient client, Revision earlier, Exchange plain) {
        ObjectNode params = Handshake.params(earlier.id());
        ObjectNode bare = JsonRpc.request(client.nextId(), "initialize", params);
        ObjectNode modern = client.request("initialize", params);
        Map<String, Exchange> refusals = new LinkedHashMap<>();
        refusals.put("initialize", plain);
        refusals.put(
                "initialize with " + StreamableClient.PROTOCOL_VERSION + ": " + earlier.id(),
                client.bare(Json.bytes(bare))
                        .with(StreamableClient.PROTOCOL_VERSION, earlier.id())
                        .send());
        refusals.put(
                "initialize with the metadata of this era", client.post(modern).send());
        return refusals;
    }

    private static Exchange plain(StatelessClient client, Revision earlier) {
        return client.initialize(Handshake.params(earlier.id())).evidence().get(0);
    }

    private static Revision newest(Catalogue catalogue) {
        return catalogue.revisions().stream()
                .filter(revision -> revision.era() == Era.STATEFUL && revision.transport() == Transport.STREAMABLE_HTTP)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
