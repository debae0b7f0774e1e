/** Calls that run as tasks and outlive their response. */
@NullMarked
package dev.touchstone.checks.tasks;

import org.jspecify.annotations.NullMarked;
