package dev.touchstone.report;

import dev.touchstone.target.Target;
import dev.touchstone.wire.Request;
import java.util.List;
import java.util.Map;

/** The part of a script that speaks HTTP+SSE: opens the stream, learns where to POST, shows what came. */
final class AnnouncedEndpoint {
    private AnnouncedEndpoint() {}

    /** Opens the stream in the background; an address on another origin is refused, as secrets would go there. */
    static List<String> opening(Request get, Target target, Shell shell) {
        String command = new CurlCommand(get, "\"$URL\"", Map.of(), List.of("--max-time 60")).text(shell);
        return List.of(
                "STREAM=$(mktemp)",
                command + " > \"$STREAM\" &",
                "for _ in $(seq 50); do grep -q '^data:' \"$STREAM\" && break; sleep 0.2; done",
                "ENDPOINT=$(tr -d '\\r' < \"$STREAM\" | sed -n 's/^data: *//p' | head -n 1)",
                "ORIGIN=" + shell.word(target.origin().toString()),
                "case \"$ENDPOINT\" in",
                "  \"$ORIGIN\"/*) ;;",
                "  /*) ENDPOINT=\"$ORIGIN$ENDPOINT\" ;;",
                "  *) echo \"the stream announces no address on $ORIGIN\" >&2; exit 1 ;;",
                "esac");
    }

    /** Shows the stream once the last POST is sent. */
    static List<String> showing() {
        return List.of("", "# What came on the event stream", "sleep 1", "cat \"$STREAM\"");
    }
}
