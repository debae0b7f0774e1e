/** What is concluded: outcomes, expectations, results of a run and the gate that decides the build. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.verdict;
