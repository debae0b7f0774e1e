/** The two doors: the command line and Maven. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.cli;
