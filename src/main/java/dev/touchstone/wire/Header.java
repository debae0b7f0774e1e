package dev.touchstone.wire;

/**
 * One header line as it was sent or received.
 *
 * @param name spelled as on the wire
 * @param value without surrounding white space
 */
public record Header(String name, String value) {
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
