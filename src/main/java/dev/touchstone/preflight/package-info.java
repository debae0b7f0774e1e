/** What the suite finds out before it judges: one clear diagnosis, or the dialects that the server speaks. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.preflight;
