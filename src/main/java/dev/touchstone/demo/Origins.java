package dev.touchstone.demo;

import java.net.URI;
import java.util.Set;

/** Tells pages of this machine from foreign ones. */
final class Origins {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    static boolean isLocal(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host != null && LOCAL.contains(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
