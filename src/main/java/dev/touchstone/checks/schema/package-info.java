/** Checks of the form of messages by the schemas of their revision, of metadata, of icons and of published schemas. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.schema;
