/** Checks of initialization, version negotiation, operation and shutdown, over both transports. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.lifecycle;
