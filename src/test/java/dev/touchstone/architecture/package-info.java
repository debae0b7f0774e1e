/** Tests of who may use whom, and of what nobody may use. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.architecture;
