/** Checks of results that ask the client for input, and of requests that bring it. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.mrtr;
