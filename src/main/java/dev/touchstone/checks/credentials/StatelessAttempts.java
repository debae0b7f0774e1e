package dev.touchstone.checks.credentials;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.client.Probe;
import dev.touchstone.client.StatelessClient;
import dev.touchstone.client.StreamableClient;
import dev.touchstone.client.Until;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Json;
import dev.touchstone.wire.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The kinds of request where there are no sessions: discovery, the lists, a subscription to nothing, a notification. */
final class StatelessAttempts {
    private static final List<String> LISTED = List.of("tools", "resources", "prompts");
    private static final Until AT_ONCE = stream -> true;

    private final StatelessClient client;
    private final Dialect dialect;
    private final Variants variants;

    StatelessAttempts(StatelessClient client, Dialect dialect, Variants variants) {
        this.client = client;
        this.dialect = dialect;
        this.variants = variants;
    }

    List<Attempt> make() {
        List<Attempt> attempts = new ArrayList<>();
        attempts.add(attempt("server/discover"));
        LISTED.stream()
                .filter(dialect.capabilities()::has)
                .forEach(capability -> attempts.add(attempt(capability + "/list")));
        ObjectNode nothing = Json.object().set("notifications", Json.object());
        Supplier<Probe> listen = () ->
                client.post(client.request("subscriptions/listen", nothing)).reading(AT_ONCE);
        attempts.add(variants.attempt("subscriptions/listen", listen));
        attempts.add(variants.attempt(
                "a notification",
                () -> client.post(cancellation())
                        .with(
                                StreamableClient.PROTOCOL_VERSION,
                                client.revision().id())));
        return List.copyOf(attempts);
    }

    private Attempt attempt(String method) {
        return variants.attempt(method, () -> client.post(client.request(method)));
    }

    /** Of a request that never was. */
    private static ObjectNode cancellation() {
        ObjectNode notification = JsonRpc.notification("notifications/cancelled");
        notification.putObject("params").put("requestId", "touchstone-" + UUID.randomUUID());
        return notification;
    }
}
