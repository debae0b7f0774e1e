/** Checks of HTTP+SSE, the transport of 2024-11-05. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.sse;
