package dev.lotline.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The capability a caller of this endpoint must have; an endpoint without one is a build failure. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    Capability value();

    /**
     * An endpoint that needs no credential. Only where there is nothing to protect, because it reads nothing of the house
     * and changes nothing, and where one signs in. A test lists them all.
     */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Nothing {
        /** Why there is nothing to protect. */
        String why();
    }
}
