@org.jspecify.annotations.NullMarked
package dev.touchstone.junit;
