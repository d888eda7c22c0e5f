package dev.lotline.edge.graphql.fluent.value;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import org.eclipse.microprofile.graphql.Description;

/** The value of an attribute. */
@CustomScalar("Json")
@Description("The value of an attribute, always written as text.")
public final class Json implements CustomStringScalar {
    private static final int LONGEST = 1_000;

    private final String value;

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public Json(String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        this.value = value;
    }

    @Override
    public String stringValueForSerialization() {
        return value;
    }
}
