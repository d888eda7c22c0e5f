package dev.lotline.edge.api.inventory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one lot: who it is, what is announced of it, where it stands. Units without lot are one row of their
 * own, with neither id nor number nor date.
 */
record LotPosition(
        @Nullable Long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable LocalDate originationDate,
        String hold,
        BigDecimal expected,
        List<Place> places) {
    private static final Set<String> ARRIVING = Set.of("RECEIVED", "STOWED");

    /** Units of the lot in one location in one state; {@code reserved} of them are claimed by pick tasks. */
    record Place(String warehouse, String location, String state, BigDecimal quantity, BigDecimal reserved) {}

    BigDecimal in(String state) {
        return sum(Set.of(state));
    }

    /** Announced, or counted but not committed. */
    BigDecimal incoming() {
        return expected.add(sum(ARRIVING));
    }

    BigDecimal reserved() {
        return places.stream().map(Place::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(Set<String> states) {
        return places.stream()
                .filter(place -> states.contains(place.state()))
                .map(Place::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
