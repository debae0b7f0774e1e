/** Checks of prompts: lists, messages, errors. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.checks.prompts;
