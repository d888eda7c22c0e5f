package dev.lotline.kernel;

import dev.lotline.kernel.Refusal.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects every wrong field of a request, so that a client hears of all of them at once. */
public final class FieldCheck {
    /** A client that got more than this wrong is helped by the first ones. */
    private static final int MOST_VIOLATIONS = 100;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    private final List<Violation> violations = new ArrayList<>();

    /** A business code that must be there: 1 to 64 characters, nothing unseen. */
    public FieldCheck code(String field, @Nullable String value) {
        return value == null ? wrong(field, "is required") : text(field, value, Text.CODE);
    }

    /** A business code that may be left out. */
    public FieldCheck optionalCode(String field, @Nullable String value) {
        return text(field, value, Text.CODE);
    }

    /** A text that may be left out, but not be empty. */
    public FieldCheck text(String field, @Nullable String value, int maxLength) {
        String problem = value == null ? "" : Text.problem(value, maxLength);
        return that(problem.isEmpty(), field, problem);
    }

    public FieldCheck oneOf(String field, @Nullable String value, Set<String> allowed) {
        return that(value != null && allowed.contains(value), field, "must be one of " + String.join(", ", allowed));
    }

    /** A number of units that must be there; at most {@code decimals} decimals. */
    public FieldCheck units(String field, @Nullable BigDecimal value, int decimals) {
        String problem = value == null ? "is required" : Quantity.problem(value, decimals);
        return that(problem.isEmpty(), field, problem);
    }

    /** A date that may be left out; the years of four digits that any calendar here knows. */
    public FieldCheck date(String field, @Nullable LocalDate value) {
        String problem = value == null ? "" : dateProblem(value);
        return that(problem.isEmpty(), field, problem);
    }

    /** The words that are wrong about this date, or empty when it may be kept. */
    public static String dateProblem(LocalDate value) {
        boolean right = value.getYear() >= FIRST_YEAR && value.getYear() <= LAST_YEAR;
        return right ? "" : "must lie between the years 1900 and 9999";
    }

    public FieldCheck that(boolean right, String field, String message) {
        return right ? this : wrong(field, message);
    }

    /** Ends with {@code VALIDATION_FAILED} naming all that was wrong, or silently. */
    public void done() {
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
    }

    /** A field that must be there. */
    public FieldCheck required(String field, @Nullable Object value) {
        return that(value != null, field, "is required");
    }

    /** A number that, when it is there, lies between 0 and the limit, both included. */
    public FieldCheck measure(String field, @Nullable BigDecimal value, BigDecimal most) {
        boolean right = value == null || value.signum() >= 0 && value.compareTo(most) <= 0;
        return that(right, field, "must be between 0 and " + most.toPlainString());
    }

    /** A whole number that, when it is there, lies between the two. */
    public FieldCheck range(String field, @Nullable Integer value, int least, int most) {
        return that(
                value == null || value >= least && value <= most, field, "must be between " + least + " and " + most);
    }

    /** What was found wrong by other means. */
    public FieldCheck wrong(String field, String message) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(field, message));
        }
        return this;
    }
}
