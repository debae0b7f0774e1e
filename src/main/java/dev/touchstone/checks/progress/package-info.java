/** News of requests that take their time. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.progress;
