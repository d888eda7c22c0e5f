package dev.lotline.stock.figures;

import dev.lotline.kernel.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Units of one item by what they are, in a house, a warehouse, a building or a place. Only what a snapshot has counted is
 * in here: a count that was not read is a fault, never 0. An array and no map: an answer about a thousand items adds tens
 * of thousands of them up.
 */
public final class Units {
    private static final int KINDS = Booked.values().length;

    /** By {@link Booked#ordinal}; null = not counted. */
    private final @Nullable BigDecimal[] by;

    private Units(@Nullable BigDecimal[] by) {
        this.by = by;
    }

    /** Nothing of anything that is counted. */
    public static Units none(Collection<Booked> counted) {
        return of(counted, kind -> BigDecimal.ZERO);
    }

    /** @param count asked once for each kind */
    public static Units of(Collection<Booked> counted, Function<Booked, BigDecimal> count) {
        @Nullable BigDecimal[] by = new BigDecimal[KINDS];
        counted.forEach(kind -> by[kind.ordinal()] = count.apply(kind));
        return new Units(by);
    }

    /** @param listed one number for each kind, in order; null or left out = 0. Written plainly once, not in every step. */
    public static Units of(List<Booked> counted, List<? extends @Nullable BigDecimal> listed) {
        @Nullable BigDecimal[] by = new BigDecimal[KINDS];
        for (int n = 0; n < counted.size(); n++) {
            BigDecimal units = n < listed.size() ? listed.get(n) : null;
            by[counted.get(n).ordinal()] = units == null ? BigDecimal.ZERO : Quantity.plain(units);
        }
        return new Units(by);
    }

    public Units plus(Units other) {
        @Nullable BigDecimal[] sum = by.clone();
        for (int n = 0; n < KINDS; n++) {
            BigDecimal more = other.by[n];
            if (more != null) {
                BigDecimal units = sum[n];
                sum[n] = units == null ? more : units.add(more);
            }
        }
        return new Units(sum);
    }

    public Units plus(Booked kind, BigDecimal units) {
        return plus(of(List.of(kind), List.of(units)));
    }

    /** Some of the counts. */
    public Units only(Booked... kinds) {
        return of(Arrays.asList(kinds), this::counted);
    }

    Figure of(Booked kind) {
        return kind.of(counted(kind));
    }

    private BigDecimal counted(Booked kind) {
        BigDecimal units = by[kind.ordinal()];
        if (units == null) {
            throw new IllegalStateException(kind + " was not counted");
        }
        return units;
    }

    /** Everything that stands there. */
    Figure physical() {
        return of(Booked.RECEIVED)
                .plus(
                        of(Booked.STOWED),
                        of(Booked.AVAILABLE),
                        of(Booked.PICKED),
                        of(Booked.QUARANTINED),
                        of(Booked.SHORT_DATED),
                        of(Booked.DAMAGED));
    }

    /** Not for sale: not committed yet, or held. */
    Figure unavailable() {
        return of(Booked.RECEIVED)
                .plus(of(Booked.STOWED), of(Booked.QUARANTINED), of(Booked.SHORT_DATED), of(Booked.DAMAGED));
    }

    /** Committed, good and claimed by nobody. */
    public Figure free() {
        return of(Booked.AVAILABLE)
                .minus(of(Booked.ALLOCATED), of(Booked.RESERVED))
                .notNegative();
    }
}
