package dev.lotline.operations.billing.plan;

import java.time.LocalDate;
import java.time.MonthDay;

/** Days of every year, both ends included; may go over the end of the year. 29 February is as 28 February. */
public record Season(MonthDay from, MonthDay to) {
    private static final MonthDay LEAP = MonthDay.of(2, 29);
    private static final MonthDay BEFORE_LEAP = MonthDay.of(2, 28);

    public boolean covers(LocalDate day) {
        return covers(MonthDay.from(day));
    }

    boolean covers(MonthDay any) {
        MonthDay day = any.equals(LEAP) ? BEFORE_LEAP : any;
        boolean begun = day.compareTo(from) >= 0;
        boolean goesOn = day.compareTo(to) <= 0;
        return from.compareTo(to) <= 0 ? begun && goesOn : begun || goesOn;
    }
}
