package dev.lotline.edge.graphql.door;

import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.graphql.Description;

/** An instant with its offset. */
@CustomScalar("ISO8601DateTime")
@Description("An instant with offset, such as \"2026-03-01T12:00:00Z\".")
public final class Iso8601DateTime implements CustomStringScalar {
    private final OffsetDateTime value;

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public Iso8601DateTime(String text) {
        this(parsed(text));
    }

    private Iso8601DateTime(OffsetDateTime value) {
        this.value = value;
    }

    public static Iso8601DateTime of(OffsetDateTime value) {
        return new Iso8601DateTime(value);
    }

    public OffsetDateTime value() {
        return value;
    }

    @Override
    public String stringValueForSerialization() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public static OffsetDateTime parsed(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException notAnInstant) {
            throw new IllegalArgumentException("not an instant with offset", notAnInstant);
        }
    }
}
