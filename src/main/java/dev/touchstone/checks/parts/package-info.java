/** What checks of several areas share: lists, items, problems, and the syntax of what is in them. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.parts;
