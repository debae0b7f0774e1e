/** Checks of what a server does about the roots of a client. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.roots;
