package dev.lotline.operations.purchasing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase order as it stands. {@code state} is OPEN or CLOSED. */
public record PurchaseOrder(
        String reference,
        String owner,
        @Nullable String warehouse,
        @Nullable String supplier,
        @Nullable LocalDate expectedOn,
        String state,
        List<Line> lines) {

    /**
     * @param shipped announced on receiving lines that name this order, not counted yet
     * @param received counted on them
     * @param unshipped still to be announced; 0 once the order is closed
     */
    public record Line(
            int line, String sku, BigDecimal quantity, BigDecimal shipped, BigDecimal received, BigDecimal unshipped) {}

    /** One row of a list; figures are summed over its lines. */
    public record Heading(
            long id,
            String reference,
            String owner,
            @Nullable String warehouse,
            @Nullable String supplier,
            @Nullable LocalDate expectedOn,
            String state,
            BigDecimal quantity,
            BigDecimal shipped,
            BigDecimal received,
            BigDecimal unshipped) {}
}
