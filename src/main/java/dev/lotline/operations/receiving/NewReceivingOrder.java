package dev.lotline.operations.receiving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receiving order as it is announced. What is not {@code @Nullable} is there once {@link ReceivingOrderRules#shape}
 * has passed.
 *
 * @param kind WRO, ASN, RMA, TRANSFER or OTHER
 * @param autoCommit what is put away is committed at once
 * @param autoClose closes itself when everything announced is counted and committed
 */
public record NewReceivingOrder(
        String reference,
        String kind,
        String owner,
        String warehouse,
        @Nullable LocalDate expectedOn,
        Boolean autoCommit,
        Boolean autoClose,
        List<Line> lines) {

    public NewReceivingOrder {
        autoCommit = autoCommit != null && autoCommit;
        autoClose = autoClose != null && autoClose;
        lines = lines == null ? List.of() : lines;
    }

    /** Units of one item; a lot item says which lots they belong to, and the lots add up to the line. */
    public record Line(
            String sku, BigDecimal quantity, @Nullable String purchaseOrder, List<Lot> lots) {
        public Line {
            lots = lots == null ? List.of() : lots;
        }
    }

    /** Units of one lot, known by its number, its expiration date or both. */
    public record Lot(
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable LocalDate originationDate,
            BigDecimal quantity) {}
}
