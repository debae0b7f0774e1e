package dev.touchstone.catalogue;

/** The data in {@code suites/} cannot be read; the message names the file and what is wrong in it. */
public final class CatalogueException extends RuntimeException {
    /** Says what is wrong where. */
    public CatalogueException(String message) {
        super(message);
    }
}
