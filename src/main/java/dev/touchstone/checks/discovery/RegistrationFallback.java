package dev.touchstone.checks.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Shown;
import java.nio.charset.StandardCharsets;

/** What a client finds that tries to register at a server without OAuth. */
@Conformance
class RegistrationFallback {

    @Verifies("discovery.register.absent-survivable")
    void registration_at_a_server_without_oauth_fails_in_a_way_that_clients_can_read(
            LoginPath path, ClientRegistration registration, Expect expect) {
        path.demandNone(expect);
        Exchange answer = registration.answer();
        expect.seen(answer);
        if (answer.status() == 429 || answer.response().isEmpty()) {
            throw new Inconclusive("POST /register: " + answer.inShort());
        }
        JsonNode body = answer.json().orElse(MissingNode.getInstance());
        if (answer.succeeded() && body.path("client_id").isTextual()) {
            throw new NotApplicable("the server registers clients (exchange " + answer.number() + "), even one without"
                    + " a redirect URI: the client_id is "
                    + Shown.text(body.path("client_id").textValue()));
        }
        boolean readable = answer.refused() && body.path("error").isTextual();
        String text = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ")
                .strip();
        expect.holds(
                readable,
                "status 404 and a JSON object with a string member error, from POST /register",
                answer.inShort() + ", body " + (text.isEmpty() ? "empty" : Shown.text(text)));
    }
}
