package dev.touchstone.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A class of observations that checks share instead of asking the server again. It is made by its only constructor, whose
 * parameters may be a client, {@code PlainHttp}, the {@code Target}, the {@code Dialect}, the {@code Permits} and other
 * shared classes; checks take it as
 * a parameter. It asks the server when it is first looked at, and guards that by a lock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Shared {
    /** How often it is made. */
    Per value();

    /** How often observations are made. */
    enum Per {
        /** Once, because the revision makes no difference. */
        RUN,
        /** Once for the revisions with sessions and once for those without. */
        ERA,
        /** Once for each revision. */
        DIALECT
    }
}
