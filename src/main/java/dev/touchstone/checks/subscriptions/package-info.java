/** Checks of subscriptions/listen and of what is announced on its streams. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.subscriptions;
