/** Checks of lists that come in pages. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.pagination;
