package dev.lotline.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that needs no credential. Only where there is nothing to protect: it reads nothing of the house and changes
 * nothing. A test lists them all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAnybody {
    /** Why there is nothing to protect. */
    String why();
}
