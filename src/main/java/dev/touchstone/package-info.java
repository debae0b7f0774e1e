/** Touchstone, a conformance test suite for MCP servers. */
@org.jspecify.annotations.NullMarked
package dev.touchstone;
