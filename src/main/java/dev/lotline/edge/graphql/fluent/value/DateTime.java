package dev.lotline.edge.graphql.fluent.value;

import dev.lotline.edge.graphql.door.Iso8601DateTime;
import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.graphql.Description;

/** An instant, told in UTC. */
@CustomScalar("DateTime")
@Description("An instant in ISO 8601 with offset, such as \"2026-03-01T12:00:00Z\".")
public final class DateTime implements CustomStringScalar {
    private final OffsetDateTime value;

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public DateTime(String text) {
        this(Iso8601DateTime.parsed(text));
    }

    private DateTime(OffsetDateTime value) {
        this.value = value;
    }

    public static DateTime of(OffsetDateTime value) {
        return new DateTime(value.withOffsetSameInstant(ZoneOffset.UTC));
    }

    public OffsetDateTime value() {
        return value;
    }

    @Override
    public String stringValueForSerialization() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(value);
    }
}
