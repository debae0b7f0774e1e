/** Checks of the JSON-RPC envelope. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.jsonrpc;
