/** The page that a server author reads: one file, in the order of the questions. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.report.page;
