package dev.lotline.edge.console.stock;

import dev.lotline.kernel.Quantity;
import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.Figure;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.position.PositionRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item by lot, as Jetpack counts it. What orders were promised without a lot stands in a row of its own, so that each
 * column adds up to the item's figure.
 *
 * @param exception null where only the house can tell, as is {@code backordered}
 * @param unchosen units promised to orders whose lot is not chosen yet
 */
public record Breakdown(
        String sku,
        String name,
        List<LotRow> lots,
        String incoming,
        String onHand,
        String committed,
        String fulfillable,
        String held,
        @Nullable String exception,
        @Nullable String backordered,
        String status,
        String unchosen) {

    /**
     * One lot.
     *
     * @param daysLeft to its expiry, negative after it; null = has none
     * @param held units in quarantine, damaged or too old to be sold
     */
    public record LotRow(
            @Nullable Long id,
            @Nullable String number,
            @Nullable LocalDate expiration,
            @Nullable Long daysLeft,
            String status,
            String hold,
            String incoming,
            String onHand,
            String committed,
            String fulfillable,
            String held,
            String places) {
        /** How near the expiry is: one of past, soon, later, none. */
        public String nearness() {
            if (daysLeft == null) {
                return "none";
            }
            return daysLeft < 0 ? "past" : daysLeft <= 30 ? "soon" : "later";
        }
    }

    static Breakdown of(PositionRow row, LocalDate today) {
        JetpackVocabulary jetpack = JetpackVocabulary.of(row.position());
        List<LotRow> lots = row.lots().stream().map(lot -> lot(lot, row, today)).toList();
        BigDecimal chosen = row.lots().stream()
                .map(lot -> JetpackVocabulary.of(lot).committed().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Breakdown(
                row.product().sku(),
                row.product().name(),
                lots,
                text(jetpack.incoming()),
                text(jetpack.onHand()),
                text(jetpack.committed()),
                text(jetpack.fulfillable()),
                text(held(jetpack.quarantine(), jetpack.damaged(), jetpack.shortDated())),
                jetpack.exception() == null ? null : text(jetpack.exception()),
                jetpack.backordered() == null ? null : text(jetpack.backordered()),
                BottleneckVocabulary.of(row.position(), row.product()).status().toString(),
                text(jetpack.committed().value().subtract(chosen)));
    }

    private static LotRow lot(LotPosition lot, PositionRow row, LocalDate today) {
        JetpackVocabulary.OfLot jetpack = JetpackVocabulary.of(lot);
        LocalDate expiration = lot.expirationDate();
        return new LotRow(
                lot.lotId(),
                lot.lotNumber(),
                expiration,
                expiration == null ? null : ChronoUnit.DAYS.between(today, expiration),
                BottleneckVocabulary.of(lot, row.lowSupplyThreshold(), row.product())
                        .status()
                        .toString(),
                lot.hold(),
                text(jetpack.incoming()),
                text(jetpack.onHand()),
                text(jetpack.committed()),
                text(jetpack.fulfillable()),
                text(held(jetpack.quarantine(), jetpack.damaged(), jetpack.shortDated())),
                String.join(
                        " ",
                        lot.places().stream()
                                .map(LotPosition.Place::location)
                                .distinct()
                                .limit(8)
                                .toList()));
    }

    private static BigDecimal held(Figure... figures) {
        return Stream.of(figures).map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(Figure figure) {
        return text(figure.value());
    }

    private static String text(BigDecimal units) {
        return Quantity.plain(units).toPlainString();
    }
}
