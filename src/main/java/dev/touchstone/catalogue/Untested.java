package dev.touchstone.catalogue;

import java.util.Optional;

/**
 * Why a requirement has no check.
 *
 * @param reason the kind of reason
 * @param text the reason in a sentence
 * @param into the requirement that covers it, when the two were merged
 */
public record Untested(Reason reason, String text, Optional<String> into) {

    /** The kinds of reason. */
    public enum Reason {
        /** A permission: it can only guard against false failures. */
        PERMISSION("a permission, guarded by legal-but-odd servers"),
        /** The server would have to offer a behaviour that most do not. */
        FIXTURE("needs a fixture on the server"),
        /** Tokens or accounts are needed. */
        CREDENTIALS("needs credentials"),
        /** Only visible on a TLS deployment. */
        TLS("needs a TLS deployment"),
        /** Never visible on the wire. */
        NOT_OBSERVABLE("not observable from outside"),
        /** Another requirement would turn red for the same single cause. */
        MERGED("merged into another requirement"),
        /** Can be judged, and is not yet. */
        LATER("not yet checked");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason as a reader sees it. */
        public String words() {
            return words;
        }
    }
}
