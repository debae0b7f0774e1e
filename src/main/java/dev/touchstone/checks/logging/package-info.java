/** Checks of log messages and the level from which on they are sent. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.logging;
