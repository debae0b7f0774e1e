/** Several messages in one array: taken under one revision, refused under the later ones. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.batching;
