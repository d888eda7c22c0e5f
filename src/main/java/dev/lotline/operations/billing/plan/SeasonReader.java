package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;
import java.time.DateTimeException;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/** Reads a season: {@code {from: "10-01", to: "12-31"}}. */
final class SeasonReader {
    private static final MonthDay LEAP = MonthDay.of(2, 29);

    private SeasonReader() {}

    static @Nullable Season season(Fields fields) {
        MonthDay from = day(fields, "from");
        MonthDay to = day(fields, "to");
        fields.noOthers();
        return from == null || to == null ? null : new Season(from, to);
    }

    private static @Nullable MonthDay day(Fields fields, String name) {
        var found = fields.value(name);
        try {
            if (found != null && found.isTextual()) {
                MonthDay day = MonthDay.parse("--" + found.textValue());
                if (!day.equals(LEAP)) {
                    return day;
                }
            }
        } catch (DateTimeException noDay) {
            // told below
        }
        fields.problem(
                RefusalCode.PLAN_SEASON_INVALID,
                name,
                "must be a day of every year as MM-DD; 29 February belongs to 28 February");
        return null;
    }
}
