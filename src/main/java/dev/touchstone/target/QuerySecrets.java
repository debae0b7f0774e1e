package dev.touchstone.target;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Values in the query of an address whose names sound like secrets, as in {@code /mcp?api_key=...}. */
final class QuerySecrets {
    private QuerySecrets() {}

    /** The environment variables that stand for the values, by value as it stands there and decoded. */
    static Map<String, String> of(URI url) {
        Map<String, String> secrets = new HashMap<>();
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && Credentials.isLikely(decoded(pair.substring(0, equals)))) {
                String value = pair.substring(equals + 1);
                String variable = "URL_" + Credentials.variable(decoded(pair.substring(0, equals)));
                secrets.put(value, variable);
                secrets.put(decoded(value), variable);
            }
        }
        secrets.remove("");
        return secrets;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
