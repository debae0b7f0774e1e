/** The health check, in both directions. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.ping;
