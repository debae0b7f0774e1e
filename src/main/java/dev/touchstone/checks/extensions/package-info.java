/** Checks of extensions: how they are named, and the one for tasks. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.extensions;
