package dev.lotline.edge.graphql.fluent.value;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** From an instant to another, both included; what is left out does not end it. */
@Input("DateRange")
@Description("From an instant to another, both included; what is left out does not end it.")
public final class DateRange {
    @Description("At or after this instant.")
    public @Nullable DateTime from;

    @Description("At or before this instant.")
    public @Nullable DateTime to;

    /** What has no time is in no range. */
    public boolean holds(@Nullable DateTime moment) {
        return moment != null
                && (from == null || !moment.value().isBefore(from.value()))
                && (to == null || !moment.value().isAfter(to.value()));
    }

    public static @Nullable OffsetDateTime from(@Nullable DateRange range) {
        return range == null || range.from == null ? null : range.from.value();
    }

    public static @Nullable OffsetDateTime to(@Nullable DateRange range) {
        return range == null || range.to == null ? null : range.to.value();
    }
}
