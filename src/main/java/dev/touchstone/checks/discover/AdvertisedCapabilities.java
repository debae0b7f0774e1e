package dev.touchstone.checks.discover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Discovered;
import dev.touchstone.junit.Verifies;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.ErrorCode;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.Shown;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether the capabilities say what the server does. */
@Conformance
class AdvertisedCapabilities {

    private static final Set<Integer> GUARDS = Set.of(401, 403);

    private static final List<String> FEATURES = List.of("completions", "prompts", "resources", "tools");

    @Verifies("discover.capabilities.shape")
    void capabilities_are_objects_with_the_switches_that_the_schema_knows(Discovered discovered, Expect expect) {
        Reply reply = discovered.succeeded();
        JsonNode capabilities = reply.result().path("capabilities");
        expect.seen(reply)
                .holds(capabilities.isObject(), "capabilities is an object", "it is " + Shown.of(capabilities));
        for (String name :
                List.of("tools", "prompts", "resources", "completions", "logging", "extensions", "experimental")) {
            JsonNode capability = capabilities.path(name);
            boolean switches = List.of("listChanged", "subscribe").stream()
                    .map(capability::path)
                    .allMatch(member -> member.isMissingNode() || member.isBoolean());
            if (!capability.isMissingNode()) {
                expect.holds(
                        capability.isObject() && switches,
                        name + " is an object whose switches are true or false",
                        name + " is " + Shown.of(capability));
            }
        }
    }

    @Verifies("discover.capabilities.advertised-are-served")
    void what_is_advertised_is_served(StatelessClient client, Discovered discovered, Expect expect) {
        List<String> advertised = named(discovered, true);
        if (advertised.isEmpty()) {
            throw new NotApplicable("discovery advertises no feature that a client could ask for");
        }
        for (String name : advertised) {
            Reply reply = ask(client, name);
            int status = reply.evidence().get(0).status();
            if (GUARDS.contains(status)) {
                expect.seen(reply);
                throw new Inconclusive(
                        methodOf(name) + " is refused (" + reply.inShort() + "): pass credentials that suffice for it");
            }
            boolean known = reply.message().isPresent() && reply.code() != ErrorCode.METHOD_NOT_FOUND && status != 404;
            boolean served = name.equals("completions") ? known : reply.succeeded();
            expect.that(methodOf(name), reply)
                    .holds(
                            served,
                            (name.equals("completions") ? "known" : "a result") + ", since " + name + " is advertised");
        }
    }

    @Verifies("discover.capabilities.unadvertised-not-found")
    void what_is_not_advertised_is_not_found(StatelessClient client, Discovered discovered, Expect expect) {
        List<String> others = named(discovered, false);
        if (others.isEmpty()) {
            throw new NotApplicable("discovery advertises tools, prompts, resources and completions");
        }
        for (String name : others) {
            expect.that(methodOf(name), ask(client, name)).error(ErrorCode.METHOD_NOT_FOUND);
        }
    }

    @Verifies("discover.optional-for-clients")
    void a_list_is_served_to_a_client_that_never_asked_who_the_server_is(
            StatelessClient client, Discovered discovered, Expect expect) {
        Reply known = discovered.lists().stream()
                .filter(Reply::succeeded)
                .findFirst()
                .orElseThrow(() -> new NotApplicable("no list is served even after discovery"));
        expect.seen(known);
        ObjectNode request =
                client.request(Json.parse(known.evidence().get(0).request().body())
                        .map(sent -> sent.path("method").asText())
                        .orElse("tools/list"));
        Exchange first = client.post(request).onNewConnection().send();

        expect.that("the same list on a connection of its own", first)
                .holds(
                        first.responseTo(request.path("id"))
                                .map(message -> message.path("result").isObject())
                                .orElse(false),
                        "a result");
    }

    private static List<String> named(Discovered discovered, boolean advertised) {
        JsonNode capabilities = discovered.succeeded().result().path("capabilities");
        return FEATURES.stream()
                .filter(name -> capabilities.has(name) == advertised)
                .toList();
    }

    /** A method of a capability that is served without side effects. */
    private static String methodOf(String name) {
        return name.equals("completions") ? "completion/complete" : name + "/list";
    }

    private static Reply ask(StatelessClient client, String name) {
        return name.equals("completions")
                ? client.ask(methodOf(name), completionOfNothing())
                : client.ask(methodOf(name));
    }

    /** A well-formed request for a prompt that nobody has. */
    private static ObjectNode completionOfNothing() {
        ObjectNode params = Json.object();
        params.putObject("ref").put("type", "ref/prompt").put("name", "touchstone-" + UUID.randomUUID());
        params.putObject("argument").put("name", "name").put("value", "");
        return params;
    }
}
