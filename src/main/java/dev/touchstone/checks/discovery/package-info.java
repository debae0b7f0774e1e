/** Checks of what leads a client to a sign-in: well-known documents and challenges. Only reads, runs no flow. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.discovery;
