package dev.touchstone.reference;

import dev.touchstone.demo.Behaviour;
import dev.touchstone.demo.Credential;
import dev.touchstone.demo.DemoServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A server that runs, possibly behind a relay, and what a client needs to reach it. */
public record Rig(
        URI streamableUrl,
        URI statelessUrl,
        URI sseUrl,
        Optional<Credential> credential,
        Map<String, String> tokens,
        Runnable stop)
        implements AutoCloseable {

    /** The endpoints of the server. */
    public enum Endpoint {
        LEGACY_SSE,
        STREAMABLE,
        STATELESS;

        /** The endpoint that speaks a revision. */
        public static Endpoint of(String revision) {
            return switch (revision) {
                case "2024-11-05" -> LEGACY_SSE;
                case "2026-07-28" -> STATELESS;
                default -> STREAMABLE;
            };
        }
    }

    /** The address of an endpoint. */
    public URI url(Endpoint endpoint) {
        return switch (endpoint) {
            case LEGACY_SSE -> sseUrl;
            case STREAMABLE -> streamableUrl;
            case STATELESS -> statelessUrl;
        };
    }

    /** A server reached directly. */
    static Rig of(Behaviour behaviour) {
        DemoServer server = DemoServer.start(behaviour);
        return new Rig(
                server.streamableUrl(),
                server.statelessUrl(),
                server.sseUrl(),
                behaviour.credential(),
                tokens(behaviour),
                server::close);
    }

    /** A server reached at the endpoint that speaks the revisions of both eras, whichever is to be judged. */
    static Rig ofBothEras(Behaviour behaviour) {
        DemoServer server = DemoServer.start(behaviour);
        return new Rig(
                server.dualUrl(),
                server.dualUrl(),
                server.sseUrl(),
                behaviour.credential(),
                tokens(behaviour),
                server::close);
    }

    /** A server behind a relay that rewrites the heads of requests and responses, line by line. */
    static Rig behind(Behaviour behaviour, UnaryOperator<String> requestLine, UnaryOperator<String> responseLine) {
        DemoServer server = DemoServer.start(behaviour);
        HeadRewriter relay = HeadRewriter.start(server.streamableUrl().getPort(), requestLine, responseLine);
        return new Rig(
                relay.moved(server.streamableUrl()),
                relay.moved(server.statelessUrl()),
                relay.moved(server.sseUrl()),
                behaviour.credential(),
                tokens(behaviour),
                () -> {
                    relay.close();
                    server.close();
                });
    }

    /** The further tokens that a server knows, by the options that supply them. */
    private static Map<String, String> tokens(Behaviour behaviour) {
        Map<String, String> tokens = new TreeMap<>();
        Guarded.PASSES.forEach((option, pass) -> {
            if (behaviour.passes().contains(pass)) {
                tokens.put(option, pass.token());
            }
        });
        return tokens;
    }

    /** The same server, to be reached with a header that it does not ask for by itself. */
    Rig reachedWith(Credential header) {
        return new Rig(streamableUrl, statelessUrl, sseUrl, Optional.of(header), tokens, stop);
    }

    @Override
    public void close() {
        stop.run();
    }
}
