/** What the reader gets: the files of a run. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.report;
