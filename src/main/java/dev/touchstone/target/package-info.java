/** What is judged: the target URL, its credentials, the preflight and the facts it established. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.target;
