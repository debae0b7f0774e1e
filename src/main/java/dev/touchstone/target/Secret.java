package dev.touchstone.target;

import dev.touchstone.wire.Header;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The secret part of a header: what follows the scheme.
 *
 * @param header the header
 * @param scheme the scheme with the white space after it, empty when there is none
 * @param value the secret
 */
record Secret(Header header, String scheme, String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<String> ALPHABETS = List.of("0123456789", UPPER, UPPER.toLowerCase(Locale.ROOT));

    static Secret of(Header header) {
        String value = header.value();
        int space = value.indexOf(' ');
        boolean cookie = header.name().equalsIgnoreCase("Cookie");
        int start = space < 0 || cookie
                ? 0
                : space
                        + value.substring(space).length()
                        - value.substring(space).stripLeading().length();
        return new Secret(header, value.substring(0, start), value.substring(start));
    }

    private boolean basic() {
        return scheme.strip().equalsIgnoreCase("Basic");
    }

    /** The header with another secret that differs in every letter and digit; a name and password for Basic. */
    Header wrong() {
        if (basic()) {
            byte[] pair = "touchstone:wrong-password".getBytes(StandardCharsets.UTF_8);
            return new Header(header.name(), scheme + Base64.getEncoder().encodeToString(pair));
        }
        StringBuilder wrong = new StringBuilder(scheme);
        value.chars().forEach(c -> wrong.append(other((char) c)));
        return new Header(header.name(), wrong.toString());
    }

    private static char other(char c) {
        for (String alphabet : ALPHABETS) {
            int place = alphabet.indexOf(c);
            if (place >= 0) {
                return alphabet.charAt((place + 1 + RANDOM.nextInt(alphabet.length() - 1)) % alphabet.length());
            }
        }
        return c;
    }

    /** The header's value with the secret replaced. */
    String shownAs(String placeholder) {
        return scheme + placeholder;
    }

    /** The texts under which the secret may turn up: as it is, decoded, the values of cookies. */
    List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(value));
        if (basic()) {
            forms.addAll(decoded());
        } else if (header.name().equalsIgnoreCase("Cookie")) {
            for (String cookie : value.split(";")) {
                forms.add(cookie.substring(cookie.indexOf('=') + 1).strip());
            }
        }
        return forms;
    }

    private List<String> decoded() {
        try {
            String pair = new String(Base64.getDecoder().decode(value.strip()), StandardCharsets.UTF_8);
            return List.of(pair, pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
