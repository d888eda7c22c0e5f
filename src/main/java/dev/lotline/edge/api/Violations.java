package dev.lotline.edge.api;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a request, so that one answer names every field. */
public final class Violations {
    private final List<Refusal.Violation> found = new ArrayList<>();

    /** Refuses a request without a body; answers the body. Ends with VALIDATION_FAILED. */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw Refusal.invalid("body", "is required");
        }
        return body;
    }

    public Violations add(String field, String message) {
        found.add(new Refusal.Violation(field, message));
        return this;
    }

    /** A field that must be there. */
    public Violations required(String field, @Nullable Object value) {
        return value == null ? add(field, "is required") : this;
    }

    /** A business code that must be there: 1 to 64 characters, nothing unseen. */
    public Violations code(String field, @Nullable String value) {
        return value == null ? add(field, "is required") : text(field, value, Text.CODE);
    }

    /** A text that, when it is there, must not be empty, too long or contain what can't be seen. */
    public Violations text(String field, @Nullable String value, int maxLength) {
        String problem = value == null ? "" : Text.problem(value, maxLength);
        return problem.isEmpty() ? this : add(field, problem);
    }

    /** A date that, when it is there, lies in a year that any calendar here knows. */
    public Violations date(String field, @Nullable LocalDate value) {
        String problem = value == null ? "" : FieldCheck.dateProblem(value);
        return problem.isEmpty() ? this : add(field, problem);
    }

    /** A number of units greater than 0 that must be there. */
    public Violations quantity(String field, @Nullable BigDecimal units, int decimals) {
        if (units == null) {
            return add(field, "is required");
        }
        String problem = Quantity.problem(units, decimals);
        return problem.isEmpty() ? this : add(field, problem);
    }

    /** A number that, when it is there, lies between 0 and the limit, both included. */
    public Violations measure(String field, @Nullable BigDecimal value, BigDecimal most) {
        boolean right = value == null || (value.signum() >= 0 && value.compareTo(most) <= 0);
        return right ? this : add(field, "must be between 0 and " + most.toPlainString());
    }

    /** A key that the path names already: it may be repeated in the body, not contradicted. */
    public Violations same(String field, @Nullable String inBody, String inPath) {
        return inBody == null || inBody.equals(inPath) ? this : add(field, "must be the same as in the address");
    }

    /** A whole number that, when it is there, lies between the two. */
    public Violations range(String field, @Nullable Integer value, int least, int most) {
        boolean right = value == null || (value >= least && value <= most);
        return right ? this : add(field, "must be between " + least + " and " + most);
    }

    /** Ends with VALIDATION_FAILED when anything was wrong. */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.invalid(found);
        }
    }
}
