/** Requests that are called off. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.cancellation;
