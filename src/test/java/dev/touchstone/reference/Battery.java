package dev.touchstone.reference;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A broad set of exchanges with one server, so that two servers can be compared.
 *
 * <p>It judges nothing. Whatever differs from run to run (ports, ids, dates) is masked.
 */
final class Battery {

    private static final String EVIL = "http://evil.example";
    private static final String RESPONSE = "{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"result\":{}}";

    private final Map<String, String> seen = new LinkedHashMap<>();
    private final Rig rig;
    private final String revision;
    private final TestClient stranger;
    private final TestClient client;

    private Battery(Rig rig, String revision) {
        this.rig = rig;
        this.revision = revision;
        this.stranger = new TestClient(rig.streamableUrl());
        this.client = rig.credential()
                .map(key -> stranger.with(key.header(), key.value()))
                .orElse(stranger);
    }

    static Map<String, String> against(Rig rig, String revision) {
        Battery battery = new Battery(rig, revision);
        battery.initialization();
        battery.session();
        battery.versions();
        battery.origins();
        battery.streams();
        battery.ends();
        battery.manySessions();
        battery.discovery();
        return battery.seen;
    }

    static Map<String, String> againstLegacy(Rig rig) {
        Battery battery = new Battery(rig, "2024-11-05");
        battery.legacy();
        battery.legacyNeighbours();
        return battery.seen;
    }

    private void initialization() {
        for (String version : new String[] {revision, "2025-06-18", "1999-01-01", "2999-12-31", "1.0.0"}) {
            see("initialize " + version, () -> client.post(TestClient.initialize(version)));
        }
        String extended = TestClient.initialize(revision).replace("\"capabilities\":{}", "\"capabilities\":{\"x\":{}}");
        see("initialize with an unknown capability", () -> client.post(extended));
        see(
                "initialize with a foreign version header",
                () -> client.with("MCP-Protocol-Version", "1999-01-01").post(TestClient.initialize(revision)));
        see("list without a session", () -> client.post(TestClient.TOOLS));
        see("ping without a session", () -> client.post(TestClient.PING));
        see("GET without a session", () -> client.send("GET", ""));
        see("DELETE without a session", () -> client.send("DELETE", ""));
        see(
                "ping in a session never opened",
                () -> client.with("Mcp-Session-Id", "never").post(TestClient.PING));
    }

    private void session() {
        TestClient session = client.open(revision);
        see("initialized", () -> session.post(TestClient.INITIALIZED));
        see("ping", () -> session.post(TestClient.PING));
        see("tools", () -> session.post(TestClient.TOOLS));
        see("prompts", () -> session.post(TestClient.TOOLS.replace("tools", "prompts")));
        see("unknown method", () -> session.post(TestClient.PING.replace("ping", "no/such")));
        see("log level", () -> session.post(TestClient.PING.replace("ping", "logging/setLevel")));
        see("malformed notification", () -> session.post("{\"jsonrpc\":\"2.0\",\"method\":5}"));
        see("not JSON", () -> session.post("not json"));
        see("PUT", () -> session.send("PUT", TestClient.PING));
        see("POST of the session over another connection", this::acrossConnections);
        see("ping with header names in capitals", this::capitals);
    }

    private void versions() {
        TestClient session = client.open("2025-03-26");
        for (String version : new String[] {"banana", "1999-01-01", "2025-03-26"}) {
            TestClient versioned = session.with("MCP-Protocol-Version", version);
            see("ping under version " + version, () -> versioned.post(TestClient.PING));
            see("notification under version " + version, () -> versioned.post(TestClient.INITIALIZED));
        }
        see("DELETE under the version", () -> client.open(revision).send("DELETE", ""));
        see("ping without the version", () -> {
            String id = id(client.post(TestClient.initialize(revision)));
            return client.with("Mcp-Session-Id", id).post(TestClient.PING);
        });
    }

    private void origins() {
        see("initialize from a foreign page", () -> client.with("Origin", EVIL).post(TestClient.initialize(revision)));
        TestClient session = client.open(revision).with("Origin", EVIL);
        see("ping from a foreign page", () -> session.post(TestClient.PING));
        see("DELETE from a foreign page", () -> session.send("DELETE", ""));
    }

    private void streams() {
        for (boolean ready : new boolean[] {false, true}) {
            String id = id(client.post(TestClient.initialize(revision)));
            TestClient session = client.with("Mcp-Session-Id", id, "MCP-Protocol-Version", revision);
            if (ready) {
                session.post(TestClient.INITIALIZED);
            }
            try (RawHead stream = RawHead.send(rig.streamableUrl(), "GET", "", lines(session))) {
                note("stream, ready " + ready, stream::arriving);
                see("ping beside a stream, ready " + ready, () -> session.post(TestClient.PING));
                note("stream after a ping, ready " + ready, stream::arriving);
            }
        }
        RawHead.send(rig.streamableUrl(), "GET", "", lines(client)).arriving();
        see("initialize after a lost stream", () -> client.post(TestClient.initialize(revision)));
    }

    private void ends() {
        TestClient session = client.open(revision);
        see("DELETE", () -> session.send("DELETE", ""));
        see("ping after the end", () -> session.post(TestClient.PING));
        see("notification after the end", () -> session.post(TestClient.INITIALIZED));
        String before = id(client.post(TestClient.initialize(revision)));
        client.with("Mcp-Session-Id", before).send("DELETE", "");
        note("new id", () -> "" + before.equals(id(client.post(TestClient.initialize(revision)))));
    }

    private void manySessions() {
        TestClient one = client.open("2025-03-26");
        TestClient other = client.open("2025-11-25");
        one.post(TestClient.PING.replace("2,", "77,"));
        see("same id in another session", () -> other.post(TestClient.TOOLS.replace("3,", "77,")));
        see("batch in the older session", () -> one.post("[" + TestClient.PING + "]"));
        client.open("2025-03-26").send("DELETE", "");
        see("ping beside an ended session", () -> other.post(TestClient.PING));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            ids.add(id(client.post(TestClient.initialize(revision))));
        }
        note("ids", () -> ids.size() + (ids.iterator().next().matches("[0-9a-f-]{36}") ? " uuids" : " others"));
    }

    private void discovery() {
        see("stranger initializes", () -> stranger.post(TestClient.initialize(revision)));
        see("stranger with a wrong key", () -> stranger.with("X-API-Key", "x").post(TestClient.initialize(revision)));
        see("stranger notifies", () -> stranger.post(TestClient.INITIALIZED));
        for (String path : new String[] {
            "oauth-protected-resource",
            "oauth-protected-resource/mcp",
            "oauth-authorization-server",
            "openid-configuration"
        }) {
            URI url = rig.streamableUrl().resolve("/.well-known/" + path);
            see(path, () -> new TestClient(url).send("GET", ""));
        }
        see("register", () -> new TestClient(rig.streamableUrl().resolve("/register")).post("{}"));
    }

    private void legacy() {
        try (RawHead stream = RawHead.send(rig.sseUrl(), "GET", "")) {
            String head = stream.arriving();
            note("legacy stream", () -> head);
            String uri = head.replaceAll("(?s).*data: (\\S*session=\\S+).*", "$1");
            TestClient messages = new TestClient(rig.sseUrl().resolve(uri.contains(" ") ? "/none" : uri));
            String[] bodies = {
                TestClient.initialize("1.0.0"),
                TestClient.initialize("1999-01-01"),
                TestClient.initialize("2024-11-05"),
                TestClient.INITIALIZED,
                TestClient.PING,
                TestClient.TOOLS,
                RESPONSE,
                "not json"
            };
            for (String body : bodies) {
                see("legacy POST of " + body, () -> messages.post(body));
            }
            note("legacy stream afterwards", stream::arriving);
            see(
                    "legacy POST from a foreign page",
                    () -> messages.with("Origin", EVIL).post(TestClient.PING));
        }
        see(
                "legacy POST nowhere",
                () -> new TestClient(rig.sseUrl().resolve("/messages?session=x")).post(TestClient.PING));
        see("POST to the stream", () -> new TestClient(rig.sseUrl()).post(TestClient.initialize("2024-11-05")));
    }

    private void legacyNeighbours() {
        try (RawHead stream = RawHead.send(rig.sseUrl(), "GET", "");
                RawHead neighbour = RawHead.send(rig.sseUrl(), "GET", "")) {
            String uri = stream.arriving().replaceAll("(?s).*data: (\\S*session=\\S+).*", "$1");
            neighbour.arriving();
            new TestClient(rig.sseUrl().resolve(uri.contains(" ") ? "/none" : uri)).post(TestClient.PING);
            note("neighbour of a legacy stream", neighbour::arriving);
        }
        try (RawHead next = RawHead.send(rig.sseUrl(), "GET", "")) {
            note("next legacy stream", next::arriving);
        }
    }

    private HttpResponse<String> acrossConnections() {
        String body = TestClient.initialize(revision);
        try (RawHead raw = RawHead.send(rig.streamableUrl(), "POST", body, lines(client, "Connection: close"))) {
            String id = raw.arriving().replaceAll("(?is).*mcp-session-id: ([^\\r\\n]+).*|.*", "$1");
            return client.with("Mcp-Session-Id", id).post(TestClient.PING);
        }
    }

    private HttpResponse<String> capitals() {
        String id = id(client.post(TestClient.initialize(revision)));
        return client.with("MCP-SESSION-ID", id).post(TestClient.PING);
    }

    private static String[] lines(TestClient client, String... more) {
        String[] lines = Arrays.copyOf(more, more.length + client.headers().length / 2);
        for (int i = 0; i + 1 < client.headers().length; i += 2) {
            lines[more.length + i / 2] = client.headers()[i] + ": " + client.headers()[i + 1];
        }
        return lines;
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("Mcp-Session-Id").orElse("none");
    }

    private void see(String what, Supplier<HttpResponse<String>> exchange) {
        note(what, () -> shown(exchange.get()));
    }

    private void note(String what, Supplier<String> observation) {
        try {
            seen.put(what, masked(observation.get()));
        } catch (UncheckedIOException failed) {
            seen.put(what, failed.getCause().getClass().getSimpleName());
        }
    }

    private static String shown(HttpResponse<String> response) {
        StringBuilder shown = new StringBuilder().append(response.statusCode());
        for (String name : new String[] {"Content-Type", "Allow", "WWW-Authenticate", "Mcp-Session-Id"}) {
            Optional<String> value = response.headers().firstValue(name);
            value.ifPresent(text -> shown.append(' ').append(name).append('=').append(text));
        }
        return shown.append(' ').append(response.body()).toString();
    }

    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>")
                .replaceAll("(127\\.0\\.0\\.1|localhost):\\d+", "$1:<port>")
                .replaceAll("(?i)date: [^\\r\\n]+", "<date>")
                .replaceAll("(?s)(: still here\\s+([0-9a-f]+\\s+)?)+", "");
    }
}
