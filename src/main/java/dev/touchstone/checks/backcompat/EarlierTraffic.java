package dev.touchstone.checks.backcompat;

import static dev.touchstone.client.StreamableClient.SESSION_ID;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Probe;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Siblings;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.Exchange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a server of this era alone makes of methods and headers that earlier revisions have. */
@Conformance
class EarlierTraffic {

    @Verifies("backcompat.get-delete.405")
    void get_and_delete_are_not_allowed(StatelessClient client, Siblings siblings, Expect expect) {
        Eras.demandOne(siblings);
        String session = UUID.randomUUID().toString();
        Map<String, Probe> probes = new LinkedHashMap<>();
        probes.put("GET", client.get());
        probes.put("GET with " + SESSION_ID, client.get().with(SESSION_ID, session));
        probes.put("DELETE", client.delete());
        probes.put("DELETE with " + SESSION_ID, client.delete().with(SESSION_ID, session));

        probes.forEach((label, probe) -> {
            Exchange answer = probe.peek(client.http().limits().answer());
            expect.that(label, answer).status(405);
        });
    }

    @Verifies("backcompat.session-id.ignored")
    void a_session_id_makes_no_difference(
            StatelessClient client, Discovered discovered, Siblings siblings, Expect expect) {
        ignored(SESSION_ID, UUID.randomUUID().toString(), client, discovered, siblings, expect);
    }

    @Verifies("backcompat.last-event-id.ignored")
    void the_id_of_an_event_makes_no_difference(
            StatelessClient client, Discovered discovered, Siblings siblings, Expect expect) {
        ignored("Last-Event-ID", "5", client, discovered, siblings, expect);
    }

    private static void ignored(
            String header,
            String value,
            StatelessClient client,
            Discovered discovered,
            Siblings siblings,
            Expect expect) {
        Eras.demandOne(siblings);
        String method = discovered.servedMethod();
        expect.control(client.ask(method), method + " without " + header);
        ObjectNode request = client.request(method);
        Reply reply = client.reply(request, client.post(request).with(header, value));

        expect.that(method + " with " + header + ": " + value, reply).result();
    }
}
