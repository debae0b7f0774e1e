package dev.touchstone.wire.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/** A pattern that a server published, given up when it takes too long: some take years for a line. */
final class BoundedPattern implements RegularExpression {
    private static final int MOST_STEPS = 2_000_000;

    private final Pattern pattern;

    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(regex);
    }

    /**
     * Whether the pattern is found in a value.
     *
     * @throws IllegalStateException if that takes too long to tell
     */
    @Override
    public boolean matches(String value) {
        return pattern.matcher(new Counting(value)).find();
    }

    /** A text that is read so often and no more. */
    private static final class Counting implements CharSequence {
        private final CharSequence text;
        private int left = MOST_STEPS;

        Counting(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (left-- == 0) {
                throw new IllegalStateException("the pattern takes too long");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
