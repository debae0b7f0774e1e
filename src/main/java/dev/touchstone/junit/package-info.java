/** How checks run: the annotations and the JUnit extension that supplies parameters and records outcomes. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.junit;
