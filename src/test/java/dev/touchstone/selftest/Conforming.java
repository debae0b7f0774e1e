package dev.touchstone.selftest;

import dev.touchstone.cli.Judging;
import dev.touchstone.demo.DemoServer;
import dev.touchstone.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts on the conforming server, judged once for all tests. */
final class Conforming {
    static final Vector VECTOR = Chosen.hasArea() ? recorded() : judged(List.of());

    private Conforming() {}

    /** The verdicts of now. */
    static Vector judged(List<String> options) {
        try (DemoServer server = DemoServer.start()) {
            return Vector.of(Judging.judge(server.streamableUrl(), options))
                    .and(Vector.of(Judging.judge(server.statelessUrl(), options)))
                    .and(Vector.of(Judging.judge(server.sseUrl(), options)));
        }
    }

    /** What was judged before: under a mutant, which sees an area only, a new judgement would carry it into the next. */
    private static Vector recorded() {
        try {
            Map<String, Verdict> verdicts = new TreeMap<>();
            new Golden("conforming.tsv")
                    .section("conforming")
                    .forEach(line -> verdicts.put(line.split("\t")[0], Verdict.valueOf(line.split("\t")[1])));
            return new Vector(verdicts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
