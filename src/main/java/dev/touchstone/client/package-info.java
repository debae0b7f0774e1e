/** How messages are sent: sessions, streams and odd requests. The only room that knows an HTTP library. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.client;
