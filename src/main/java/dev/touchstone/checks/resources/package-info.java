/** Checks of resources: lists, reading, templates, subscriptions. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.resources;
