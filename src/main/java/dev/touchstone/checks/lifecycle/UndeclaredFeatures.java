package dev.touchstone.checks.lifecycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Reply;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Conformance;
import dev.touchstone.junit.Observed;
import dev.touchstone.junit.Verifies;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.verdict.Expect;
import dev.touchstone.verdict.Inconclusive;
import dev.touchstone.verdict.NotApplicable;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a server answers to requests for features that it did not declare. */
@Conformance
class UndeclaredFeatures {

    /**
     * A feature and a request for it that changes nothing.
     *
     * @param capability the capability that declares it
     * @param since the revision that introduced it
     * @param method the method of the request
     */
    private record Feature(String capability, String since, String method) {
        boolean absentFrom(Dialect dialect) {
            return dialect.revision().since(since)
                    && !dialect.feature(capability).offered().orElse(true);
        }

        ObjectNode params() {
            return switch (method) {
                case "logging/setLevel" -> Json.object().put("level", "error");
                case "resources/subscribe" -> Json.object().put("uri", "touchstone://" + UUID.randomUUID());
                default -> Json.object();
            };
        }
    }

    /** Features whose lists have a record of their own, should they be served without a declaration. */
    private static final Set<String> RECORDED = Set.of("resources", "prompts");

    private static final List<Feature> FEATURES = List.of(
            new Feature("resources", "2024-11-05", "resources/list"),
            new Feature("prompts", "2024-11-05", "prompts/list"),
            new Feature("logging", "2024-11-05", "logging/setLevel"),
            new Feature("resources.subscribe", "2024-11-05", "resources/subscribe"),
            new Feature("tasks.list", "2025-11-25", "tasks/list"));

    @Verifies("lifecycle.capabilities.undeclared-feature-rejected")
    void features_that_were_not_declared_are_refused(
            Session session, Dialect dialect, Observed observed, Expect expect) {
        expect.seen(session.opening());
        if (!dialect.capabilities().isObject()) {
            throw Inconclusive.blockedBy("lifecycle.initialize.capabilities-object", "nothing can be read from it");
        }
        List<Feature> undeclared =
                FEATURES.stream().filter(feature -> feature.absentFrom(dialect)).toList();
        if (undeclared.isEmpty()) {
            throw new NotApplicable("the server declares every capability that could be tried (exchange "
                    + session.opening().evidence().get(0).number() + ")");
        }
        Reply ping = session.ask("ping");
        expect.control(ping.message().isPresent(), ping.evidence().get(0), "ping in the same session");

        List<String> listed = new ArrayList<>();
        for (Feature feature : undeclared) {
            Reply reply = session.ask(feature.method(), feature.params());
            expect.seen(reply);
            demandAnswer(feature, observed.unknownMethod(), reply);
            if (reply.succeeded() && RECORDED.contains(feature.capability())) {
                listed.add(feature.capability());
                continue;
            }
            boolean refused =
                    reply.message().isPresent() || reply.evidence().get(0).refused();
            expect.that(feature.method(), reply)
                    .holds(
                            refused && !reply.succeeded(),
                            "an error, since " + feature.capability() + " is not declared");
        }
        if (!listed.isEmpty()) {
            throw Inconclusive.blockedBy(listed.get(0) + ".capability.declared", "undeclared lists are served");
        }
    }

    /** Silence decides nothing, and a crash that any unknown method causes counts against another record. */
    private static void demandAnswer(Feature feature, Reply unknown, Reply reply) {
        Exchange answer = reply.evidence().get(0);
        if (reply.message().isPresent() || answer.refused()) {
            return;
        }
        String seen = feature.method() + ": " + reply.inShort();
        if (!answer.crashed()) {
            throw new Inconclusive(seen);
        } else if (unknown.evidence().get(0).crashed()) {
            throw Inconclusive.blockedBy("transport.post.request-http-success", seen + ", as any unknown method is");
        }
    }
}
