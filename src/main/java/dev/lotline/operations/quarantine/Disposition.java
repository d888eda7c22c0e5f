package dev.lotline.operations.quarantine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of held units: of all that the hold keeps, or of some lots, some places, some plates, of a quantity.
 *
 * @param warehouse of the locations; may be left out where the hold is of places itself
 * @param lpns plates that the hold names, as {@link NewHold} did
 */
public record Disposition(
        Kind kind,
        List<@Nullable Long> lotIds,
        @Nullable String warehouse,
        List<@Nullable String> locations,
        List<@Nullable String> lpns,
        @Nullable BigDecimal quantity,
        @Nullable String note) {

    /** And the operation by which the ledger knows it. */
    public enum Kind {
        RELEASE("UNHOLD"),
        DISPOSE("DISPOSE_HELD"),
        RETURN_TO_SENDER("RETURN_HELD");

        final String operation;

        Kind(String operation) {
            this.operation = operation;
        }
    }
}
