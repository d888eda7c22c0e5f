package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import java.time.LocalDate;

/** On which days a rule looks. */
final class Looks {
    private Looks() {}

    /** Whether it looks at anything at all on this day. */
    static boolean everyday(Rule rule, LocalDate day) {
        if (rule.age() != null && rule.age().day() > 0) {
            return day.getDayOfMonth() == rule.age().day();
        }
        return switch (rule.sampling()) {
            case WEEKLY -> day.getDayOfWeek() == rule.weekday();
            case SNAPSHOT_LAST -> day.getDayOfMonth() == day.lengthOfMonth();
            case SNAPSHOT_FIRST -> day.getDayOfMonth() == 1 || rule.gap() != Terms.Gap.NONE;
            case DAILY_CLOSE, DAILY_ANY, PEAK -> true;
        };
    }

    /** Whether it looks at a cell whose goods came on that day; met = it has measured it this month already. */
    static boolean cell(Rule rule, LocalDate day, boolean met, LocalDate received) {
        if (rule.sampling() == Terms.Sampling.SNAPSHOT_FIRST) {
            return day.getDayOfMonth() == 1 || !met;
        }
        if (rule.proration() == Terms.Proration.ANNIVERSARY) {
            return day.getDayOfMonth() == Math.min(received.getDayOfMonth(), day.lengthOfMonth());
        }
        return true;
    }
}
