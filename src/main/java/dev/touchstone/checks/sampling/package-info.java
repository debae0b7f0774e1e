/** Checks of sampling, as far as a server without a cooperating tool shows it. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.sampling;
