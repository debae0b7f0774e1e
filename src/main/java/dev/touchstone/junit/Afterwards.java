package dev.touchstone.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A class of checks that judge what was recorded in the whole run; they run when all others are done. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Afterwards {
    /** Whether it has to know what all others found, those that judge afterwards among them. */
    boolean last() default false;
}
