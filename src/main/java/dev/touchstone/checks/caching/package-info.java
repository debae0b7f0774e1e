/** Checks of how long results may be kept, and by whom. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.caching;
