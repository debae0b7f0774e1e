package dev.touchstone.checks.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.client.Listening;
import dev.touchstone.client.McpClient;
import dev.touchstone.client.Session;
import dev.touchstone.junit.Shared;
import dev.touchstone.preflight.Dialect;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.JsonRpc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session of a client without capabilities, listened to on all its streams: before the client says that it is
 * initialized, and after. Each part ends with an answered ping and a moment in which a message could still come in.
 */
@Shared(Shared.Per.DIALECT)
final class Conversation {
    private static final Duration HEADERS = Duration.ofSeconds(1);

    private final McpClient client;
    private final Dialect dialect;
    private @Nullable Parts parts;

    /** The two parts: what the server sent of its own accord, and the exchanges that show it. */
    private record Parts(List<JsonNode> early, List<JsonNode> later, List<Exchange> evidence) {}

    Conversation(McpClient client, Dialect dialect) {
        this.client = client;
        this.dialect = dialect;
    }

    /** What came before the client was initialized, answers to its requests excepted. */
    List<JsonNode> beforeInitialized() {
        return parts().early();
    }

    /** What came after the client was initialized, answers to its requests excepted. */
    List<JsonNode> afterInitialized() {
        return parts().later();
    }

    /** The exchanges of the session. */
    List<Exchange> evidence() {
        return parts().evidence();
    }

    private synchronized Parts parts() {
        if (parts == null) {
            parts = hold();
        }
        return parts;
    }

    private Parts hold() {
        List<Exchange> exchanges = new ArrayList<>();
        try (Session session = client.begin();
                Listening listening = Listening.in(session)) {
            exchanges.addAll(session.opening().evidence());
            exchanges.addAll(session.ask("ping").evidence());
            listening.settle(client.http().limits().settle());
            Map<Integer, List<JsonNode>> early = unasked(newest(exchanges, listening));
            session.initialized();
            for (String capability : List.of("prompts", "resources", "tools")) {
                if (dialect.capabilities().has(capability)) {
                    exchanges.addAll(session.ask(capability + "/list").evidence());
                }
            }
            exchanges.addAll(session.ask("ping").evidence());
            listening.settle(client.http().limits().settle());
            List<Exchange> all = newest(exchanges, listening);
            List<JsonNode> later = new ArrayList<>();
            unasked(all)
                    .forEach((number, messages) -> later.addAll(messages.subList(
                            early.getOrDefault(number, List.of()).size(), messages.size())));
            return new Parts(early.values().stream().flatMap(List::stream).toList(), later, all);
        }
    }

    /** Each exchange once, in its newest state; the stream last, as what comes on it grows. */
    private static List<Exchange> newest(List<Exchange> exchanges, Listening listening) {
        Optional<Exchange> heard = listening.exchange();
        Stream<Exchange> others = exchanges.stream()
                .filter(exchange -> heard.map(Exchange::number)
                        .filter(n -> n == exchange.number())
                        .isEmpty());
        return Stream.concat(others, heard.stream()).distinct().toList();
    }

    /** By the number of the exchange, since what comes on a stream before and after is told apart by how much there was. */
    private static Map<Integer, List<JsonNode>> unasked(List<Exchange> exchanges) {
        Map<Integer, List<JsonNode>> unasked = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            unasked.put(
                    exchange.number(),
                    exchange.messages().stream()
                            .filter(message -> JsonRpc.isRequest(message) || JsonRpc.isNotification(message))
                            .toList());
        }
        return unasked;
    }
}
