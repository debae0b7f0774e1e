/** Checks of completion: results, references, errors. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.completion;
