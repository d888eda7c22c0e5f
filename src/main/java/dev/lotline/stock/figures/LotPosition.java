package dev.lotline.stock.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one lot: who it is, what is announced of it, where it stands. Units without lot are one row of their
 * own, with neither id nor number nor date.
 */
public record LotPosition(
        @Nullable Long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable LocalDate originationDate,
        String hold,
        BigDecimal expected,
        List<Place> places) {

    /** Units of the lot in one location in one state; {@code reserved} of them are claimed by pick tasks. */
    public record Place(String warehouse, String location, String state, BigDecimal quantity, BigDecimal reserved) {}

    /** Σ of its places in that state, one of those of {@link Booked}. */
    Figure in(Booked state) {
        BigDecimal units = BigDecimal.ZERO;
        for (Place place : places) {
            if (state.name().equals(place.state())) {
                units = units.add(place.quantity());
            }
        }
        return state.of(units);
    }

    Figure announced() {
        return Booked.EXPECTED.of(expected);
    }

    /** Announced, or counted but not committed. */
    Figure incoming() {
        return announced().plus(in(Booked.RECEIVED), in(Booked.STOWED));
    }

    Figure reserved() {
        BigDecimal units = BigDecimal.ZERO;
        for (Place place : places) {
            units = units.add(place.reserved());
        }
        return Booked.RESERVED.of(units);
    }
}
