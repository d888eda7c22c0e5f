package dev.lotline.edge.console.stock;

import dev.lotline.stock.figures.BottleneckVocabulary;
import dev.lotline.stock.figures.Figure;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.position.PositionRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the lot breakdown: a lot, the units without one, what orders were promised without a lot, or the sum of all.
 * Each column adds up to the item's figure.
 *
 * @param id of the lot; null for the others
 * @param daysLeft to its expiry, negative after it; null = has none
 * @param held units in quarantine, damaged or too old to be sold; {@code shortDated} of them the last
 * @param places where it stands, as people read them
 * @param volume cubic feet of its units in the house; null = the item's is not known
 * @param incoming null = the row has no such figure, as the others
 * @param fee money of a whole month of storage if nothing moves; null = none is charged, or it can't be told
 * @param more goods are there of which it can't be told
 */
record LotRow(
        Kind kind,
        @Nullable Long id,
        @Nullable String number,
        @Nullable LocalDate expiration,
        @Nullable Long daysLeft,
        String status,
        String hold,
        @Nullable BigDecimal incoming,
        @Nullable BigDecimal onHand,
        @Nullable BigDecimal committed,
        @Nullable BigDecimal fulfillable,
        @Nullable BigDecimal held,
        @Nullable BigDecimal shortDated,
        @Nullable BigDecimal exception,
        @Nullable BigDecimal backordered,
        String places,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal fee,
        boolean more) {

    /** What a row is about. */
    enum Kind {
        LOT,
        NO_LOT,
        UNCHOSEN,
        SUM
    }

    private static final int MOST_PLACES = 8;
    private static final Set<String> NOT_CHARGED = Set.of("RECEIVED", "PICKED");

    static LotRow of(LotPosition lot, PositionRow row, LocalDate today, @Nullable Map<Long, BigDecimal> fees) {
        JetpackVocabulary.OfLot jetpack = JetpackVocabulary.of(lot);
        LocalDate expiration = lot.expirationDate();
        return new LotRow(
                lot.lotId() == null ? Kind.NO_LOT : Kind.LOT,
                lot.lotId(),
                lot.lotNumber(),
                expiration,
                expiration == null ? null : ChronoUnit.DAYS.between(today, expiration),
                BottleneckVocabulary.of(lot, row.lowSupplyThreshold(), row.product())
                        .status()
                        .toString(),
                lot.hold(),
                jetpack.incoming().value(),
                jetpack.onHand().value(),
                jetpack.committed().value(),
                jetpack.fulfillable().value(),
                sum(jetpack.quarantine(), jetpack.damaged(), jetpack.shortDated()),
                jetpack.shortDated().value(),
                null,
                null,
                places(lot.places()),
                volume(lot, row.unitVolume()),
                fee(lot, fees),
                more(lot, fees));
    }

    private static @Nullable BigDecimal volume(LotPosition lot, @Nullable BigDecimal ofUnit) {
        if (ofUnit == null) {
            return null;
        }
        BigDecimal units =
                lot.places().stream().map(LotPosition.Place::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return ofUnit.multiply(units).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal fee(LotPosition lot, @Nullable Map<Long, BigDecimal> fees) {
        return fees == null ? null : fees.get(lot.lotId() == null ? 0 : lot.lotId());
    }

    private static boolean more(LotPosition lot, @Nullable Map<Long, BigDecimal> fees) {
        return fees != null && fee(lot, fees) == null && charged(lot);
    }

    /** Units promised to orders whose lot is not chosen yet: they are taken from no lot's fulfillable units so far. */
    static LotRow unchosen(BigDecimal units) {
        return new LotRow(
                Kind.UNCHOSEN,
                null,
                null,
                null,
                null,
                "",
                "NONE",
                null,
                null,
                units,
                units.negate(),
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                false);
    }

    /** Goods on a dock or in a tote cost nothing by themselves; what is put away does. */
    private static boolean charged(LotPosition lot) {
        return lot.places().stream().anyMatch(place -> !NOT_CHARGED.contains(place.state()));
    }

    /** Of all lots, those too that are not shown. */
    static LotRow sum(PositionRow row, @Nullable Map<Long, BigDecimal> fees) {
        JetpackVocabulary jetpack = JetpackVocabulary.of(row.position());
        return new LotRow(
                Kind.SUM,
                null,
                null,
                null,
                null,
                BottleneckVocabulary.of(row.position(), row.product()).status().toString(),
                "NONE",
                jetpack.incoming().value(),
                jetpack.onHand().value(),
                jetpack.committed().value(),
                jetpack.fulfillable().value(),
                sum(jetpack.quarantine(), jetpack.damaged(), jetpack.shortDated()),
                jetpack.shortDated().value(),
                ItemRow.value(jetpack.exception()),
                ItemRow.value(jetpack.backordered()),
                "",
                total(row.lots(), lot -> volume(lot, row.unitVolume())),
                total(row.lots(), lot -> fee(lot, fees)),
                row.lots().stream().anyMatch(lot -> more(lot, fees)));
    }

    /** Null = none of them has any. */
    private static @Nullable BigDecimal total(
            List<LotPosition> lots, Function<LotPosition, @Nullable BigDecimal> figure) {
        return lots.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    static BigDecimal sum(Figure... figures) {
        return Stream.of(figures).map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String places(List<LotPosition.Place> places) {
        if (places.size() == 1) {
            return places.get(0).location();
        }
        List<String> codes =
                places.stream().map(LotPosition.Place::location).distinct().toList();
        return codes.stream().limit(MOST_PLACES).collect(Collectors.joining(" "))
                + (codes.size() > MOST_PLACES ? " +" + (codes.size() - MOST_PLACES) : "");
    }

    /** Nothing of it is here or on its way. */
    static boolean empty(LotPosition lot) {
        return lot.expected().signum() == 0
                && lot.places().stream().allMatch(place -> place.quantity().signum() == 0);
    }

    String key() {
        return kind == Kind.LOT ? String.valueOf(id) : kind.name();
    }

    /** How near the expiry is, as the style sheet calls it. */
    String nearness() {
        if (daysLeft == null) {
            return "";
        }
        return daysLeft < 0 ? "past" : daysLeft <= 30 ? "soon" : "";
    }

    /** The identity, with the numbers; null where there is none. */
    @Nullable
    String identity() {
        return onHand == null || committed == null || fulfillable == null
                ? null
                : onHand.toPlainString() + " = " + committed.toPlainString() + " + " + fulfillable.toPlainString();
    }
}
