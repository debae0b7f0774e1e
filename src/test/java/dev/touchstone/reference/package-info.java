/** Servers that are wrong on purpose, servers that are odd but right, and what they have in common. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.reference;
