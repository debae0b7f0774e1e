/** Tests of what builds the project. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.build;
