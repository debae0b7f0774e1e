/** Tests of the files of a run. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.report;
