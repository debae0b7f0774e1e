/** Checks of how a server without sessions meets those who speak earlier revisions. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.backcompat;
