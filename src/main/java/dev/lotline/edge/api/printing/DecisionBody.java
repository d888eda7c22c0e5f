package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A command about a job or a label. */
@Schema(name = "PrintDecision")
public record DecisionBody(
        @Schema(description = "Idempotency key, where the header can't be set.") @Nullable
        String id,

        @Schema(description = "Where to print it; absent = where it was, or by the rules") @Nullable
        String printer,

        @Schema(description = "Of a reprint: DAMAGED, UNREADABLE, LOST, NOT_PRINTED, EXTRA") @Nullable
        String reason)
        implements Keyed {
    private static final Set<String> REASONS = Set.of("DAMAGED", "UNREADABLE", "LOST", "NOT_PRINTED", "EXTRA");

    DecisionBody checked() {
        new Violations().text("printer", printer, 64).refuse();
        return this;
    }

    String reprintReason() {
        checked();
        Violations violations = new Violations().required("reason", reason);
        if (reason != null && !REASONS.contains(reason)) {
            violations.add("reason", "must be DAMAGED, UNREADABLE, LOST, NOT_PRINTED or EXTRA");
        }
        violations.refuse();
        return String.valueOf(reason);
    }
}
