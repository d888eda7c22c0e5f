package dev.lotline.operations.billing.whatif;

import dev.lotline.operations.billing.rating.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that might be done.
 *
 * @param lot id of a lot; null = any of the item
 */
@Schema(name = "StorageWhatIfAction")
public record Action(
        @Schema(required = true) @Nullable Kind kind,

        @Schema(description = "Of SHIP, DISPOSE, MOVE and CONSOLIDATE where no lot is named; of RECEIVE.") @Nullable
        String sku,

        @Nullable String lot,

        @Schema(description = "Of SHIP, DISPOSE (else percent, else all) and RECEIVE.") @Nullable
        BigDecimal units,

        @Nullable BigDecimal percent,

        @Schema(description = "Into how many lots RECEIVE is split; absent = 1.") @Nullable
        Integer lots,

        @Schema(description = "The place that MOVE empties; absent = all.") @Nullable
        String from,

        @Nullable String to,
        @Schema(description = "Code of PLAN.") @Nullable String plan,

        @Schema(description = "0 = its draft; absent = the latest.") @Nullable
        Integer version,

        @Schema(description = "The day from which it holds; absent = the first day that is not closed.") @Nullable
        LocalDate on) {

    /** What is done. */
    @Schema(name = "StorageWhatIfKind")
    public enum Kind {
        SHIP,
        DISPOSE,
        RECEIVE,
        MOVE,
        CONSOLIDATE,
        PLAN
    }

    /** Whether it is about goods that are there. */
    boolean ofGoods() {
        return kind != Kind.PLAN && kind != Kind.RECEIVE;
    }

    boolean about(Cell cell) {
        return (sku == null || sku.equals(cell.sku()))
                && (lot == null || lot.equals(cell.lot()))
                && (from == null || from.equals(cell.location()));
    }
}
