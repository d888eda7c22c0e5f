package dev.lotline.stock.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one item in a part of the house or in all of it, as one snapshot gave them. Every vocabulary is computed
 * from this and from nothing else.
 *
 * @param wholeHouse figures that only the house has (demand that nothing covers) may be told
 * @param reorderPoint below it the item is in low supply; null = never
 */
public record Position(
        boolean wholeHouse, Units units, Kit kit, @Nullable BigDecimal reorderPoint) {

    /** One component of a bill of materials, how much of it one kit takes and how much of it is free. */
    public record Component(String sku, BigDecimal perUnit, BigDecimal free) {
        /** How many kits it is enough for; {@code n} tells it apart from the other components. */
        Figure kits(int n) {
            return Figure.booked("FREE_" + n, "free of component " + sku, free)
                    .notNegative()
                    .wholeTimes(Figure.booked("PER_KIT_" + n, "of component " + sku + " in one kit", perUnit));
        }
    }

    /** @param optimistic what could be made is advertised as if it were there */
    public record Kit(boolean optimistic, List<Component> components) {
        public static final Kit NONE = new Kit(false, List.of());
        private static final Figure NOTHING = Figure.ZERO.named("availableToMake");

        /** Whole kits that the free components would make; 0 for an item without bill of materials. */
        Figure availableToMake() {
            return components.isEmpty()
                    ? NOTHING
                    : Figure.smallest(IntStream.range(0, components.size())
                                    .mapToObj(n -> components.get(n).kits(n + 1))
                                    .toList())
                            .named("availableToMake");
        }
    }

    Figure of(Booked kind) {
        return units.of(kind);
    }

    /** Announced, or counted but not committed. */
    Figure incoming() {
        return of(Booked.EXPECTED).plus(of(Booked.RECEIVED), of(Booked.STOWED));
    }

    /** A figure that is told only for the whole house, and then computed. */
    @Nullable
    Figure houseOnly(Supplier<Figure> figure) {
        return wholeHouse ? figure.get() : null;
    }
}
