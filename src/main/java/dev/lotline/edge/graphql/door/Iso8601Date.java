package dev.lotline.edge.graphql.door;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;

/** A day of the calendar. */
@CustomScalar("ISO8601Date")
@Description("A day, such as \"2026-03-01\".")
public final class Iso8601Date implements CustomStringScalar {
    private final LocalDate value;

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public Iso8601Date(String text) {
        try {
            this.value = LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("not a day", notADay);
        }
    }

    public LocalDate value() {
        return value;
    }

    @Override
    public String stringValueForSerialization() {
        return value.toString();
    }
}
