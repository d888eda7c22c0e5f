package dev.lotline.edge.console.fees;

import dev.lotline.kernel.Refusal;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Months as they stand in an address. */
final class Months {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    private Months() {}

    /** Ends with VALIDATION_FAILED. */
    static YearMonth of(@Nullable String month) {
        try {
            YearMonth found = YearMonth.parse(month == null ? "" : month);
            if (found.getYear() >= FIRST_YEAR && found.getYear() <= LAST_YEAR) {
                return found;
            }
        } catch (DateTimeException noMonth) {
            throw Refusal.invalid("month", "must be a month as YYYY-MM");
        }
        throw Refusal.invalid("month", "must be a month as YYYY-MM");
    }
}
