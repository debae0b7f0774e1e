package dev.touchstone.checks.logging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StatelessSession;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.UUID;

/** The level of log messages that a request sets for itself. */
@Conformance
class LevelsOfRequests {

    @Verifies("logging.invalid-level")
    void an_unknown_level_is_refused_as_invalid_params(StatelessSession session, Expect expect) {
        expect.control(session.ask(session.harmless(), with(Levels.USUAL)), "the level " + Levels.USUAL);

        ObjectNode strange =
                JsonRpc.request(session.nextId(), session.harmless(), with("touchstone-" + UUID.randomUUID()));
        expect.that("an unknown level", session.provoke(strange)).error(ErrorCode.INVALID_PARAMS);
    }

    private static ObjectNode with(String level) {
        ObjectNode params = Json.object();
        params.putObject("_meta").put(StatelessClient.LOG_LEVEL_KEY, level);
        return params;
    }
}
