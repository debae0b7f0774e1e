/** Checks of the credentials the user configured: needed, accepted, and told apart from wrong ones. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.credentials;
