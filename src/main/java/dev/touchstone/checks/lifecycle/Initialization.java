package dev.touchstone.checks.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.catalogue.Transport;
import dev.touchstone.client.Handshake;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Reply;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What initialize is answered with. */
@Conformance
class Initialization {
    /** The capabilities of a server, each with the revision that introduced it; others may be anything. */
    private static final Map<String, String> CAPABILITIES = Map.of(
            "experimental", "2024-11-05",
            "logging", "2024-11-05",
            "prompts", "2024-11-05",
            "resources", "2024-11-05",
            "tools", "2024-11-05",
            "completions", "2025-03-26",
            "tasks", "2025-11-25");

    /** No answer at all, and refusals that come from a guard: they say nothing of what is implemented. */
    private static final Set<Integer> GUARDS = Set.of(0, 401, 403, 429);

    @Verifies("lifecycle.initialize.result")
    void initialize_is_answered_with_a_result(McpClient client, Expect expect) {
        Reply reply = client.initialize(Handshake.params(client.revision().id()));
        expect.seen(reply);
        Carriage.demand(client.revision(), reply);

        if (expect.that("initialize", reply).result() && client.revision().transport() == Transport.STREAMABLE_HTTP) {
            expect.that("initialize", reply.evidence().get(0)).accepted();
        }
    }

    @Verifies("lifecycle.base-protocol.supported")
    void the_handshake_completes_and_ping_is_answered(Observed observed, Dialect dialect, Expect expect) {
        boolean legacy = dialect.transport() == Transport.HTTP_SSE;
        Reply ping = observed.ping();
        expect.seen(observed.initialize()).seen(observed.notified()).seen(ping);
        if (!observed.notified().succeeded()) {
            throw Inconclusive.blockedBy(
                    legacy ? "sse.post.all-messages" : "transport.post.notification-202",
                    "notifications/initialized: " + observed.notified().inShort());
        }
        Carriage.demand(dialect.revision(), ping);
        if (ping.isLost()) {
            throw new Inconclusive("ping was taken and no response came: " + ping.inShort());
        } else if (GUARDS.contains(ping.evidence().get(0).status())) {
            throw Inconclusive.blockedBy("transport.post.request-http-success", ping.inShort());
        }

        expect.that("ping", ping).result();
    }

    @Verifies("lifecycle.initialize.protocol-version-string")
    void the_result_names_a_protocol_version_as_a_string(Observed observed, Expect expect) {
        JsonNode version = result(observed, expect).path("protocolVersion");

        expect.holds(version.isTextual(), "protocolVersion is a string", "protocolVersion is " + Shown.of(version));
    }

    @Verifies("lifecycle.initialize.capabilities-object")
    void the_result_has_a_capabilities_object_with_objects_in_it(Observed observed, Dialect dialect, Expect expect) {
        JsonNode capabilities = result(observed, expect).path("capabilities");

        if (expect.holds(
                capabilities.isObject(), "capabilities is an object", "capabilities is " + Shown.of(capabilities))) {
            CAPABILITIES.keySet().stream()
                    .sorted()
                    .filter(name ->
                            capabilities.has(name) && dialect.revision().since(CAPABILITIES.getOrDefault(name, "")))
                    .forEach(name -> expect.holds(
                            capabilities.path(name).isObject(),
                            "capabilities." + name + " is absent or an object",
                            "capabilities." + name + " is " + Shown.of(capabilities.path(name))));
        }
    }

    @Verifies("lifecycle.initialize.server-info")
    void server_info_has_a_name_and_a_version(Observed observed, Expect expect) {
        JsonNode info = result(observed, expect).path("serverInfo");

        for (String member : List.of("name", "version")) {
            expect.holds(
                    info.path(member).isTextual(),
                    "serverInfo." + member + " is a string",
                    "serverInfo." + member + " is " + Shown.of(info.path(member)));
        }
    }

    @Verifies("lifecycle.initialize.instructions-string")
    void instructions_are_a_string_if_there_are_any(Observed observed, Expect expect) {
        JsonNode instructions = result(observed, expect).path("instructions");

        expect.holds(
                instructions.isMissingNode() || instructions.isTextual(),
                "instructions is absent or a string",
                "instructions is " + Shown.of(instructions));
    }

    @Verifies("lifecycle.initialize.extra-client-capabilities-tolerated")
    void client_capabilities_and_members_that_nobody_knows_are_tolerated(McpClient client, Expect expect) {
        String version = client.revision().id();
        Reply control = client.initialize(Handshake.params(version));
        ObjectNode params = Handshake.params(version);
        ObjectNode capabilities = params.putObject("capabilities");
        capabilities.putObject("experimental").putObject("dev.touchstone/unknown");
        capabilities.putObject("touchstoneUnknown");
        params.withObject("/clientInfo").put("touchstoneUnknown", true);

        expect.control(control.succeeded(), control.evidence().get(0), "initialize without unknown members");
        expect.that("initialize with unknown members", client.initialize(params))
                .result();
    }

    private static JsonNode result(Observed observed, Expect expect) {
        Reply initialize = observed.initialize();
        expect.seen(initialize);
        return initialize.result();
    }
}
