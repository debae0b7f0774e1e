/** Checks of sessions over Streamable HTTP. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.session;
