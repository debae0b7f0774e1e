/** The checks, a package an area. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks;
