package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Exchange;
import dev.touchstone.wire.Header;
import dev.touchstone.wire.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bash script that repeats the exchanges behind an outcome, from the first request of the session on. Secrets stay
 * environment variables; the session id is taken from the fresh answer to initialize.
 */
public final class CurlScript {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}]");

    private final RunResult result;
    private final List<Exchange> all;
    private final Set<String> variables;
    private final Shell shell;
    private final Map<String, String> sessions = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private boolean streaming;

    private CurlScript(RunResult result) {
        this.result = result;
        this.all = result.transcript().all();
        this.variables = secretsOf(result);
        this.shell = new Shell(variables);
    }

    /** The script of an outcome, empty when there is no exchange to repeat. */
    public static Optional<String> of(RunResult result, Outcome outcome) {
        return of(result, List.of(outcome));
    }

    /** One script for several outcomes of a requirement, one after the other. */
    static Optional<String> of(RunResult result, List<Outcome> outcomes) {
        CurlScript script = new CurlScript(result);
        List<Outcome> shown = outcomes.stream().filter(outcome -> !Replay.of(result, outcome).isEmpty()).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        script.preamble(shown);
        shown.forEach(script::outcome);
        return Optional.of(String.join("\n", script.lines) + "\n");
    }

    /** Only what the user's own headers were replaced by, so that no server can name a variable to be sent to it. */
    private static Set<String> secretsOf(RunResult result) {
        Set<String> names = new TreeSet<>();
        for (Header header : result.target().credentials().headers()) {
            Matcher matcher = PLACEHOLDER.matcher(
                    result.target().credentials().redaction().text(header.value()));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    private void preamble(List<Outcome> outcomes) {
        lines.add("#!/usr/bin/env bash");
        lines.add(Shell.comment(outcomes.get(0).requirement().id() + ": "
                + outcomes.get(0).requirement().title()));
        lines.add(Shell.comment("Repeats what Touchstone " + result.suiteVersion() + " sent; needs bash and curl."));
        lines.add("set -u");
        variables.forEach(name -> lines.add(": \"${" + name + ":?set it to the secret that opens the server}\""));
        lines.add("URL=" + shell.word(result.target().url().toString()));
        lines.add("HEAD=$(mktemp)");
        lines.add("trap 'rm -f \"$HEAD\" \"${STREAM:-}\"; kill $(jobs -p) 2>/dev/null' EXIT");
    }

    private void outcome(Outcome outcome) {
        lines.add("");
        lines.add(Shell.comment("Revision " + outcome.revision().id() + ": " + outcome.verdict().words()));
        lines.add(Shell.comment("Expected: " + outcome.expected()));
        lines.add(Shell.comment(outcome.seen().isEmpty() ? "Reason: " + outcome.reason() : "Seen: " + outcome.seen()));
        List<Exchange> sequence = Replay.of(result, outcome);
        for (Exchange exchange : sequence) {
            boolean last = exchange.equals(sequence.get(sequence.size() - 1));
            exchange(exchange, sequence, last);
        }
        if (streaming) {
            lines.addAll(List.of("", "# What came on the event stream", "sleep 1; cat \"$STREAM\""));
            streaming = false;
        }
    }

    private void exchange(Exchange exchange, List<Exchange> sequence, boolean last) {
        lines.add("");
        lines.add(Shell.comment("Exchange " + exchange.number() + ", seen in the run: " + exchange.inShort()));
        lines.add("printf '\\n== exchange " + exchange.number() + " ==\\n'");
        Optional<String> issued = exchange.header("Mcp-Session-Id")
                .filter(id -> Replay.issuerOf(id, sequence).filter(exchange::equals).isPresent());
        if (sequence.stream().anyMatch(other -> Replay.announcerOf(other, sequence).filter(exchange::equals).isPresent())) {
            openStream(exchange);
            return;
        }
        String session = Replay.sessionOf(exchange).map(id -> sessions.getOrDefault(id, "")).orElse("");
        List<String> options = options(exchange, issued.isPresent());
        String command =
                new CurlCommand(exchange.request(), url(exchange, sequence), session, options).text(shell);
        boolean stays = !last && exchange.request().method().equals("GET") && exchange.isEventStream();
        lines.add(command + (stays ? " &\nsleep 1" : ""));
        issued.ifPresent(this::capture);
    }

    private void capture(String id) {
        String name = "SESSION" + (sessions.isEmpty() ? "" : "_" + (sessions.size() + 1));
        sessions.put(id, "\"$" + name + "\"");
        lines.add(name + "=$(tr -d '\\r' < \"$HEAD\" | awk 'tolower($1) == \"mcp-session-id:\" { print $2; exit }')");
    }

    private String url(Exchange exchange, List<Exchange> sequence) {
        if (Replay.announcerOf(exchange, sequence).isPresent()) {
            return "\"$ENDPOINT\"";
        } else if (exchange.request().url().equals(result.target().url())) {
            return "\"$URL\"";
        }
        return shell.word(unescaped(exchange.request().url()));
    }

    private static String unescaped(URI url) {
        return url.toString().replaceAll("%24%7B([A-Z0-9_]+)%7D", "\\${$1}");
    }

    private static List<String> options(Exchange exchange, boolean keepsHead) {
        List<String> options = new ArrayList<>(List.of("-i", "--max-time 15"));
        if (keepsHead) {
            options.add("-D \"$HEAD\"");
        }
        String url = exchange.request().url().toString();
        if (SPECIAL.matcher(url).find()) {
            options.add("--globoff");
        }
        if (url.contains("/.")) {
            options.add("--path-as-is");
        }
        return options;
    }

    private void openStream(Exchange exchange) {
        streaming = true;
        Request request = exchange.request();
        String command = new CurlCommand(request, "\"$URL\"", "", List.of("--max-time 60")).text(shell);
        URI origin = result.target().origin();
        lines.add("STREAM=$(mktemp)");
        lines.add(command + " > \"$STREAM\" &");
        lines.add("for _ in $(seq 50); do grep -q '^data:' \"$STREAM\" && break; sleep 0.2; done");
        lines.add("ENDPOINT=$(tr -d '\\r' < \"$STREAM\" | sed -n 's/^data: *//p' | head -n 1)");
        lines.add("ORIGIN=" + shell.word(origin.toString()));
        lines.add("case \"$ENDPOINT\" in");
        lines.add("  \"$ORIGIN\"/*) ;;");
        lines.add("  /*) ENDPOINT=\"$ORIGIN$ENDPOINT\" ;;");
        lines.add("  *) echo \"the server announces the address '$ENDPOINT'\" >&2; exit 1 ;;");
        lines.add("esac");
    }
}
