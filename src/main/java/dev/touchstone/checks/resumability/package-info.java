/** Event ids, and streams that go on where they broke off. */
@NullMarked
package dev.touchstone.checks.resumability;

import org.jspecify.annotations.NullMarked;
