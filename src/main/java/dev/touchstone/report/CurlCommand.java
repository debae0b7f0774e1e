package dev.touchstone.report;

import dev.touchstone.wire.Header;
import dev.touchstone.wire.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A curl command that sends a recorded request, byte for byte as far as curl can.
 *
 * @param request what was sent
 * @param url the address as a word of the shell
 * @param fresh values that take the place of the recorded ones, as words of the shell by the header's name in small letters
 * @param options further options of curl, each ready for the shell
 */
record CurlCommand(Request request, String url, Map<String, String> fresh, List<String> options) {
    private static final int LONGEST_ARGUMENT = 60_000;
    private static final String BREAK = " \\\n  ";
    private static final Set<String> LEFT_TO_CURL =
            Set.of("connection", "content-length", "accept-encoding", "cookie", "user-agent");
    private static final List<String> SENT_BY_CURL_UNASKED = List.of("Accept", "Content-Type");

    /** The command, one option a line. */
    String text(Shell shell) {
        List<String> parts = new ArrayList<>();
        parts.add("curl -sS -N " + String.join(" ", options) + method());
        request.headers().forEach(line -> header(line, shell).ifPresent(parts::add));
        SENT_BY_CURL_UNASKED.stream()
                .filter(name -> request.headers().first(name).isEmpty())
                .filter(name -> !name.equals("Content-Type") || request.body().length > 0)
                .forEach(name -> parts.add("-H " + shell.word(name + ":")));
        String source = body(parts, shell);
        parts.add(url);
        return source + String.join(BREAK, parts);
    }

    private String method() {
        return switch (request.method()) {
            case "GET" -> "";
            case "HEAD" -> " --head";
            default -> " -X " + request.method().replaceAll("[^A-Za-z-]", "");
        };
    }

    private Optional<String> header(Header line, Shell shell) {
        String name = line.name().toLowerCase(Locale.ROOT);
        boolean ownHost =
                name.equals("host") && line.value().equals(request.url().getRawAuthority());
        if (LEFT_TO_CURL.contains(name) || ownHost) {
            return Optional.empty();
        } else if (fresh.containsKey(name)) {
            return Optional.of("-H " + shell.word(line.name() + ": ") + fresh.get(name));
        }
        String text = line.value().isEmpty() ? line.name() + ";" : line.name() + ": " + line.value();
        return Optional.of("-H " + shell.word(text));
    }

    /** Adds the option that carries the body; what has to stand before the command is returned. */
    private String body(List<String> parts, Shell shell) {
        byte[] body = request.body();
        if (body.length == 0) {
            if (request.method().equals("POST")) {
                parts.add("--data-raw ''");
            }
            return "";
        } else if (body.length <= LONGEST_ARGUMENT && isText(body)) {
            parts.add("--data-raw " + shell.word(request.text()));
            return "";
        }
        parts.add("--data-binary @-");
        return Shell.printing(body) + " |\n  ";
    }

    private static boolean isText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
