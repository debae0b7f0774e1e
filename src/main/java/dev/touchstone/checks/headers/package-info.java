/** Checks of the headers that repeat what the body of a request says. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.headers;
