package dev.touchstone.selftest;

import dev.touchstone.cli.Judging;
import dev.touchstone.demo.DemoServer;
import java.util.List;

/** The verdicts on the conforming server, judged once for all tests. */
final class Conforming {
    static final Vector VECTOR = judge();

    private Conforming() {}

    private static Vector judge() {
        try (DemoServer server = DemoServer.start()) {
            return Vector.of(Judging.judge(server.streamableUrl(), List.of()))
                    .and(Vector.of(Judging.judge(server.statelessUrl(), List.of())))
                    .and(Vector.of(Judging.judge(server.sseUrl(), List.of())));
        }
    }
}
