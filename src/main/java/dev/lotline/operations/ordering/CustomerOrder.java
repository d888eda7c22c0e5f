package dev.lotline.operations.ordering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it stands: what each line has been promised, from where, and what has left the house. */
public record CustomerOrder(
        String reference,
        String owner,
        @Nullable String warehouse,
        String state,
        @Nullable LocalDate shipBy,
        NewOrder.Customer customer,
        int priority,
        List<Line> lines,
        List<Sent> shipments) {

    /**
     * Of an item without stock all figures but the quantity are 0. Else allocated + reserved + picked + shipped +
     * backordered + cancelled = quantity.
     *
     * @param minShelfLifeDays the larger of the line's and the customer's
     * @param allocations soft: how much of the allocated units each warehouse has promised
     * @param claims hard: what is still to pick, place by place
     * @param picks what lies in totes
     */
    public record Line(
            int line,
            String sku,
            BigDecimal quantity,
            BigDecimal allocated,
            BigDecimal reserved,
            BigDecimal picked,
            BigDecimal shipped,
            BigDecimal backordered,
            BigDecimal cancelled,
            @Nullable String lotNumber,
            boolean singleLot,
            @Nullable Integer minShelfLifeDays,
            List<Promise> allocations,
            List<Claim> claims,
            List<Claim> picks) {}

    public record Promise(String warehouse, BigDecimal quantity) {}

    public record Claim(
            String warehouse,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal quantity) {}

    /** A shipment, and which lots went with it. */
    public record Sent(
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Integer packages,
            OffsetDateTime shippedAt,
            List<LotData> lotData) {}

    public record LotData(
            int line,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable LocalDate originationDate,
            BigDecimal quantity) {}

    /** One row of a list of orders; figures are summed over its lines. */
    public record Heading(
            long id,
            String reference,
            String owner,
            @Nullable String warehouse,
            String state,
            @Nullable LocalDate shipBy,
            int priority,
            BigDecimal allocated,
            BigDecimal reserved,
            BigDecimal picked,
            BigDecimal shipped,
            BigDecimal backordered) {}
}
