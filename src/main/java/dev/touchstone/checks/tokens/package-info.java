/** Checks of what a server makes of bearer tokens: how they are presented, and those that should not open it. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.tokens;
