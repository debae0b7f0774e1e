/** Checks of the version and the metadata that every request carries. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.versioning;
