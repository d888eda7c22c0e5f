package dev.lotline.edge.console.lot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot, where it is and what happened to it.
 *
 * @param gtin of a pack of the item, 14 digits; null = has none
 * @param moves newest first, {@link LotSql#MOVES} at most
 * @param days by day and kind, earliest first
 */
public record Lot(
        long id,
        @Nullable String number,
        @Nullable LocalDate expiration,
        @Nullable LocalDate origination,
        String hold,
        String owner,
        String sku,
        String name,
        @Nullable String gtin,
        List<Place> places,
        List<Move> moves,
        List<Day> days) {
    /** What a label of it says, for the picture of a GS1 Digital Link; null without GTIN and number. */
    public @Nullable String label() {
        if (gtin == null || number == null || number.length() > 20) {
            return null;
        }
        return "(01)" + gtin + "(10)" + number.replaceAll("([()\\\\])", "\\\\$1")
                + (expiration == null ? "" : "(17)" + expiration.format(DateTimeFormatter.ofPattern("yyMMdd")));
    }

    public BigDecimal units() {
        return places.stream().map(Place::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Units of the lot in one place and state; {@code reserved} of them for pick tasks. */
    public record Place(String warehouse, String location, String state, BigDecimal quantity, BigDecimal reserved) {}

    /** @param document the order or receiving order it was for; null = none */
    public record Move(
            String kind,
            BigDecimal quantity,
            OffsetDateTime at,
            String actor,
            @Nullable String device,
            @Nullable String source,
            @Nullable String target,
            @Nullable String state,
            @Nullable String document) {}

    /** Movements of a kind on a day. */
    public record Day(String kind, LocalDate day, long count, BigDecimal units) {}
}
