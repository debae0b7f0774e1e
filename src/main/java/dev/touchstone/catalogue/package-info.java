/** What must hold: the requirements, the revisions and the clients, read from the data in {@code suites/}. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.catalogue;
