/** What is judged: the target URL and the credentials that open it. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.target;
