/** A small conforming MCP server over HTTP, the target {@code demo}; its tests bend it through one interface. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.demo;
