package dev.touchstone.report;

import dev.touchstone.verdict.Outcome;
import dev.touchstone.verdict.RunResult;
import dev.touchstone.wire.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A bash script that repeats the exchanges behind an outcome, from the first request of the session on. Secrets stay
 * environment variables; session and event ids are taken from the fresh answers.
 */
public final class CurlScript {
    private static final Pattern SPECIAL = Pattern.compile("[\\[\\]{}]");

    private final RunResult result;
    private final Set<String> variables;
    private final Shell shell;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private boolean streaming;

    private CurlScript(RunResult result) {
        this.result = result;
        this.variables = Shell.secretsOf(result.target());
        this.shell = new Shell(variables);
    }

    /** The script of an outcome, empty when there is no exchange to repeat. */
    public static Optional<String> of(RunResult result, Outcome outcome) {
        return of(result, List.of(outcome));
    }

    /** One script for several outcomes of a requirement, one after the other. */
    static Optional<String> of(RunResult result, List<Outcome> outcomes) {
        CurlScript script = new CurlScript(result);
        List<Outcome> shown = outcomes.stream()
                .filter(outcome -> !Replay.of(result, outcome).isEmpty())
                .toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        script.preamble(shown);
        int head = script.lines.size();
        shown.forEach(script::outcome);
        script.demandSecrets(head);
        return Optional.of(String.join("\n", script.lines) + "\n");
    }

    private void preamble(List<Outcome> outcomes) {
        lines.add("#!/usr/bin/env bash");
        lines.add(Shell.comment(outcomes.get(0).requirement().id() + ": "
                + outcomes.get(0).requirement().title()));
        lines.add(Shell.comment("Repeats what Touchstone " + result.suiteVersion() + " sent; needs bash and curl."));
        lines.add("set -u");
        lines.add("URL=" + shell.word(unescaped(result.target().shown())));
        lines.add("HEAD=$(mktemp)");
        lines.add(
                "trap 'rm -f \"$HEAD\" ${STREAM:+\"$STREAM\"} ${EVENTS:+\"$EVENTS\"}; kill $(jobs -p) 2>/dev/null' EXIT");
    }

    /** Asks for the secrets that are sent, ahead of everything else. */
    private void demandSecrets(int before) {
        String script = String.join("\n", lines);
        lines.addAll(
                before,
                variables.stream()
                        .filter(name -> script.contains("${" + name + "}"))
                        .map(name -> ": \"${" + name + ":?set it to the secret that opens the server}\"")
                        .toList());
    }

    private void outcome(Outcome outcome) {
        lines.add("");
        lines.add(Shell.comment(
                "Revision " + outcome.revision().id() + ": " + outcome.verdict().words()));
        lines.add(Shell.comment("Expected: " + outcome.expected()));
        lines.add(Shell.comment(outcome.seen().isEmpty() ? "Reason: " + outcome.reason() : "Seen: " + outcome.seen()));
        List<Exchange> sequence = Replay.of(result, outcome);
        for (Exchange exchange : sequence) {
            boolean last = exchange.equals(sequence.get(sequence.size() - 1));
            exchange(exchange, sequence, last);
        }
        if (streaming) {
            lines.addAll(AnnouncedEndpoint.showing());
            streaming = false;
        }
    }

    private void exchange(Exchange exchange, List<Exchange> sequence, boolean last) {
        lines.add("");
        lines.add(Shell.comment("Exchange " + exchange.number() + ", seen in the run: " + exchange.inShort()));
        lines.add("printf '\\n== exchange " + exchange.number() + " ==\\n'");
        Optional<String> issued = exchange.header("Mcp-Session-Id")
                .filter(id ->
                        Replay.issuerOf(id, sequence).filter(exchange::equals).isPresent());
        if (Replay.announces(exchange, sequence)) {
            lines.addAll(AnnouncedEndpoint.opening(exchange.request(), result.target(), shell));
            streaming = true;
            return;
        }
        List<String> options = options(exchange, issued.isPresent());
        String command =
                new CurlCommand(exchange.request(), url(exchange, sequence), fresh(exchange), options).text(shell);
        List<String> resumed = resumedAfter(exchange, sequence);
        if (!resumed.isEmpty()) {
            lines.add("EVENTS=$(mktemp)");
            command += " | tee \"$EVENTS\"";
        }
        boolean stays = !last && exchange.request().method().equals("GET") && exchange.isEventStream();
        lines.add(command + (stays ? " &\nsleep 1" : ""));
        issued.ifPresent(this::capture);
        resumed.forEach(id -> capture(id, Replay.eventIds(exchange).indexOf(id) + 1));
    }

    /** The headers whose values this run of the script finds out. */
    private Map<String, String> fresh(Exchange exchange) {
        Map<String, String> headers = new HashMap<>();
        Replay.sessionOf(exchange).map(sessions::get).ifPresent(variable -> headers.put("mcp-session-id", variable));
        Replay.resumedAfter(exchange).map(events::get).ifPresent(variable -> headers.put("last-event-id", variable));
        return headers;
    }

    /** The ids of events of this exchange after which another one of the script asks for more. */
    private static List<String> resumedAfter(Exchange exchange, List<Exchange> sequence) {
        return sequence.stream()
                .flatMap(other -> Replay.resumedAfter(other).stream())
                .distinct()
                .filter(id ->
                        Replay.sourceOf(id, sequence).filter(exchange::equals).isPresent())
                .toList();
    }

    private void capture(String eventId, int place) {
        String name = "EVENT" + (events.isEmpty() ? "" : "_" + (events.size() + 1));
        events.put(eventId, "\"$" + name + "\"");
        lines.add(name + "=$(tr -d '\\r' < \"$EVENTS\" | sed -n 's/^id: *//p' | sed -n '" + place + "p')");
    }

    private void capture(String id) {
        String name = "SESSION" + (sessions.isEmpty() ? "" : "_" + (sessions.size() + 1));
        sessions.put(id, "\"$" + name + "\"");
        lines.add(name + "=$(tr -d '\\r' < \"$HEAD\" | awk 'tolower($1) == \"mcp-session-id:\" { print $2; exit }')");
    }

    private String url(Exchange exchange, List<Exchange> sequence) {
        if (Replay.announcerOf(exchange, sequence).isPresent()) {
            return "\"$ENDPOINT\"";
        } else if (exchange.request().url().toString().equals(result.target().shown())) {
            return "\"$URL\"";
        }
        return shell.word(unescaped(exchange.request().url().toString()));
    }

    private static String unescaped(String url) {
        return url.replaceAll("%24%7B([A-Z0-9_]+)%7D", "\\${$1}");
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
}
