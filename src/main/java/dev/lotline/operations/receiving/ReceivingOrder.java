package dev.lotline.operations.receiving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiving order as it stands. In all its parts: expected = may still be counted; received, stowed, committed = units
 * that have come at least so far, in total.
 *
 * @param exceptions those that belong to no line of the order
 * @param cartons at most 1,000 of them
 */
public record ReceivingOrder(
        String reference,
        String kind,
        String owner,
        String warehouse,
        String state,
        @Nullable LocalDate expectedOn,
        boolean autoCommit,
        boolean autoClose,
        List<Line> lines,
        List<Discrepancy> exceptions,
        List<Carton> cartons) {

    /**
     * A carton that was announced; what it holds is a part of the lots of the lines.
     *
     * @param received true once its SSCC was counted
     */
    public record Carton(String sscc, boolean received, List<Content> contents) {}

    public record Content(
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity) {}

    public record Line(
            int line,
            String sku,
            BigDecimal quantity,
            @Nullable String purchaseOrder,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed,
            List<Lot> lots,
            List<Discrepancy> exceptions) {}

    /**
     * @param sku of the line, or of an item that nobody announced and that was accepted under this line
     * @param lotId null for an item without lots
     * @param announced 0 for a lot that was accepted without having been announced
     */
    public record Lot(
            String sku,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable LocalDate originationDate,
            BigDecimal announced,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed) {}

    /**
     * Where the count differs from the announcement.
     *
     * @param id null while it is only pending: a lot counted in part, before the order is closed
     * @param state PENDING, OPEN, ACCEPTED, REJECTED or VOIDED
     */
    public record Discrepancy(
            @Nullable Long id,
            String code,
            @Nullable String sku,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String state,
            @Nullable String note) {}

    /** One row of a list of receiving orders; figures are summed over its lines. */
    public record Heading(
            long id,
            String reference,
            String kind,
            String owner,
            String warehouse,
            String state,
            @Nullable LocalDate expectedOn,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed) {}
}
