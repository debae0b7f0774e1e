/** What the demo server says once HTTP is out of the way: JSON-RPC, the lifecycle and a few small features. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.demo.rpc;
