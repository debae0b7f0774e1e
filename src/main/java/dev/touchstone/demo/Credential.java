package dev.touchstone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** A header with a fixed value that a protected server asks for on every request. */
public record Credential(String header, String value) {

    private static final String BEARER = "Bearer ";

    /** A bearer token in the Authorization header. */
    public static Credential bearer(String token) {
        return new Credential("Authorization", BEARER + token);
    }

    /** Whether it is a bearer token, rather than a key in a header of its own. */
    public boolean isToken() {
        return header.equalsIgnoreCase("Authorization") && value.startsWith(BEARER);
    }

    /** Whether a request carries the header with the right value; compared in constant time. */
    public boolean isPresentedBy(Request request) {
        return request.header(header)
                .map(Credential::normalised)
                .filter(this::matches)
                .isPresent();
    }

    private boolean matches(String presented) {
        return MessageDigest.isEqual(value.getBytes(UTF_8), presented.getBytes(UTF_8));
    }

    /** The name of the scheme is matched without regard to case, the token is not. */
    private static String normalised(String presented) {
        boolean bearer = presented.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? BEARER + presented.substring(BEARER.length()) : presented;
    }
}
