package dev.touchstone.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * The check of one requirement. Level, clause, applicability and words come from the catalogue; the method only finds
 * out. Its parameters may be a {@code Session}, a {@code McpClient}, a {@code Dialect}, the {@code Observed} exchanges,
 * the {@code Target}, {@code PlainHttp}, {@code Siblings}, {@link Shared} observations and an {@code Expect}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Verifies {
    /** The id of the requirement. */
    String value();
}
