package dev.lotline.operations.slotting;

import dev.lotline.kernel.Quantity;
import dev.lotline.operations.slotting.Suggestion.Reason;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Which of the places that may be used is the best. Pure. A place that takes all of the goods goes before one that takes
 * a part; then the same lot, the same item, a free place, a place shared with others; then the preferred storage class;
 * then the shorter way.
 */
final class SlottingRules {
    private static final int MOST = 3;

    private SlottingRules() {}

    /** The best three, best first; a place without room for one unit is none. */
    static List<Suggestion> suggest(List<Place> places, BigDecimal quantity) {
        return places.stream()
                .filter(place -> place.room() == null || place.room().signum() > 0)
                .sorted(Comparator.comparing((Place place) -> !takesAll(place, quantity))
                        .thenComparing(SlottingRules::reason)
                        .thenComparing(place -> !place.storageFits())
                        .thenComparing(Place::distance)
                        .thenComparing(Place::location))
                .limit(MOST)
                .map(place -> suggestion(place, quantity))
                .toList();
    }

    private static boolean takesAll(Place place, BigDecimal quantity) {
        return place.room() == null || place.room().compareTo(quantity) >= 0;
    }

    private static Reason reason(Place place) {
        if (place.sameLot()) {
            return Reason.SAME_LOT_THERE;
        }
        if (place.sameItem()) {
            return Reason.SAME_ITEM_THERE;
        }
        return place.empty() ? Reason.NEAREST_FREE : Reason.ROOM_BESIDE_OTHERS;
    }

    private static Suggestion suggestion(Place place, BigDecimal quantity) {
        BigDecimal units = place.room() == null ? quantity : quantity.min(place.room());
        return new Suggestion(
                place.location(),
                reason(place),
                Quantity.plain(units),
                place.room() == null ? null : Quantity.plain(place.room()),
                place.temperatureClass());
    }
}
