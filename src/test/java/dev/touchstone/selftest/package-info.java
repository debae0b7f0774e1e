/** The suite judged by what it says of servers that are right, odd or wrong on purpose. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.selftest;
