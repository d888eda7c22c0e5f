package dev.lotline.operations.receiving;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param cartons may be left out
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
        List<Line> lines,
        // an order without cartons is the same document as before there were any
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Carton> cartons) {

    public NewReceivingOrder {
        autoCommit = autoCommit != null && autoCommit;
        autoClose = autoClose != null && autoClose;
        lines = lines == null ? List.of() : lines;
        cartons = cartons == null ? List.of() : cartons;
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

    /** A carton that is counted by one scan of its code: a part of what the lines announce. */
    public record Carton(String sscc, List<Content> contents) {
        public Carton {
            contents = contents == null ? List.of() : contents;
        }
    }

    /** Units of a lot of a line, or of an item without lots. */
    public record Content(
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity) {}
}
