package dev.touchstone.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.catalogue.Area;
import dev.touchstone.target.Target;
import dev.touchstone.verdict.RunResult;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;

/** What the things of a run are called in the machine-readable files. */
public final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    /** Host and port of the server, nothing else. */
    static String address(Target target) {
        return target.url().getHost() + ":" + port(target.url());
    }

    /** The port, the usual one of the scheme when none is given. */
    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    /** What the server calls itself, with its version, on one line; what came is not trusted. */
    static String server(RunResult result) {
        JsonNode info = result.facts().serverInfo();
        String name = info.path("name").asText("") + " " + info.path("version").asText("");
        return name.isBlank() ? "a server without a name" : Printable.line(name, LONGEST);
    }

    /** The titles of the areas by their ids. */
    static Map<String, String> areas(RunResult result) {
        return result.catalogue().areas().stream().collect(Collectors.toMap(Area::id, Area::title));
    }
}
