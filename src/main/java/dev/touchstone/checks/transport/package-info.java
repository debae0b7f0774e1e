/** Checks of the Streamable HTTP transport. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.transport;
