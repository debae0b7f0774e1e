/** What went over the wire: exchanges, headers, events and messages, exactly as they came. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.wire;
