/** Checks of what a server without sessions says of itself. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.discover;
