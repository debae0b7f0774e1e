package dev.touchstone.target;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A valid token with something altered, so that nobody ever issued it. Much of it is the valid one, so it is as secret.
 *
 * @param how what was altered, for a reader
 * @param value the token
 */
public record AlteredToken(String how, String value) {
    private static final int SHORTEST = 8;

    /** The alterations of a token, by its parts where it is a JWT (RFC 7519); none of one too short to be altered. */
    static List<AlteredToken> of(String token) {
        if (token.length() < SHORTEST) {
            return List.of();
        }
        List<AlteredToken> altered = new ArrayList<>();
        altered.add(new AlteredToken("cut short", token.substring(0, token.length() - token.length() / 4)));
        String[] parts = token.split("\\.", -1);
        Optional<ObjectNode> header = parts.length == 3 ? object(parts[0]) : Optional.empty();
        if (header.isEmpty()) {
            altered.add(new AlteredToken("with another letter in the middle", changed(token)));
            return List.copyOf(altered);
        }
        altered.add(new AlteredToken(
                "whose header says that it is not signed",
                encoded(header.get().put("alg", "none")) + "." + parts[1] + "."));
        altered.add(new AlteredToken(
                "with another letter in its signature", parts[0] + "." + parts[1] + "." + changed(parts[2])));
        object(parts[1])
                .ifPresent(payload -> altered.add(new AlteredToken(
                        "with other claims under the same signature",
                        parts[0] + "." + encoded(payload.put("touchstone", true)) + "." + parts[2])));
        return List.copyOf(altered);
    }

    /** Not the last letter: some of its bits may not count. */
    private static String changed(String text) {
        for (int i = text.length() / 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return text.substring(0, i) + (c == 'q' || c == 'Q' ? '7' : 'q') + text.substring(i + 1);
            }
        }
        return text + "q";
    }

    private static Optional<ObjectNode> object(String part) {
        try {
            return Json.parse(Base64.getUrlDecoder().decode(part))
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String encoded(ObjectNode part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(part).getBytes(StandardCharsets.UTF_8));
    }
}
