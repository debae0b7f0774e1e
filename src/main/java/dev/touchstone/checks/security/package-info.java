/** Checks of what a server keeps to itself and of what it withstands. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.security;
