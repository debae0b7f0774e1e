package dev.touchstone.checks.parts;

import java.util.Locale;
import java.util.regex.Pattern;

/** Media types as RFC 6838 and RFC 9110 write them. */
public final class MediaType {
    private static final Pattern SYNTAX =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(\\s*;.*)?");

    private MediaType() {}

    /** Whether a text is a media type, with or without parameters. */
    public static boolean isValid(String text) {
        return text.length() < 1000 && SYNTAX.matcher(text).matches();
    }

    /** Whether a type is never text: images but vector graphics in XML, sound, film, and bytes of any kind. */
    public static boolean isBinary(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        boolean media = lower.startsWith("image/") || lower.startsWith("audio/") || lower.startsWith("video/");
        return (media && !lower.contains("xml") && !lower.contains("mpegurl"))
                || lower.startsWith("application/octet-stream");
    }
}
