/** A small OAuth 2.1 authorization server, the option {@code as=demo}, for servers under test that can be told whom to trust. */
@org.jspecify.annotations.NullMarked
package dev.touchstone.authserver;
