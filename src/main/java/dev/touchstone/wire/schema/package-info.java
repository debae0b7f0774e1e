/** Whether messages, and the schemas that servers publish, have the form they should have. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.wire.schema;
