/** Checks of tools: what is listed, what calls yield, and how they fail. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.tools;
