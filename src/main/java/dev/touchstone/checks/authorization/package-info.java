/** What a server that does authorization shows to a client that has no token, and what it makes of wrong ones. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.authorization;
