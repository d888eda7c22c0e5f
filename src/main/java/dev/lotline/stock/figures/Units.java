package dev.lotline.stock.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Units of one item by what they are, in a house, a warehouse, a building or a place. Only what a snapshot has counted is
 * in here: a count that was not read is a fault, never 0.
 */
public record Units(Map<Booked, BigDecimal> by) {
    /** Nothing of anything that is counted. */
    public static Units none(Collection<Booked> counted) {
        return of(counted, kind -> BigDecimal.ZERO);
    }

    /** @param count asked once for each kind */
    public static Units of(Collection<Booked> counted, Function<Booked, BigDecimal> count) {
        Map<Booked, BigDecimal> by = new EnumMap<>(Booked.class);
        counted.forEach(kind -> by.put(kind, count.apply(kind)));
        return new Units(Collections.unmodifiableMap(by));
    }

    /** @param listed one number for each kind, in order; null or left out = 0 */
    public static Units of(List<Booked> counted, List<? extends @Nullable BigDecimal> listed) {
        Map<Booked, BigDecimal> by = new EnumMap<>(Booked.class);
        for (int n = 0; n < counted.size(); n++) {
            BigDecimal units = n < listed.size() ? listed.get(n) : null;
            by.put(counted.get(n), units == null ? BigDecimal.ZERO : units);
        }
        return new Units(Collections.unmodifiableMap(by));
    }

    public Units plus(Units other) {
        Map<Booked, BigDecimal> sum = new EnumMap<>(Booked.class);
        sum.putAll(by);
        other.by.forEach((kind, units) -> sum.merge(kind, units, BigDecimal::add));
        return new Units(Collections.unmodifiableMap(sum));
    }

    public Units plus(Booked kind, BigDecimal units) {
        return plus(new Units(Map.of(kind, units)));
    }

    /** Some of the counts. */
    public Units only(Booked... kinds) {
        return of(Arrays.asList(kinds), kind -> of(kind).value());
    }

    Figure of(Booked kind) {
        BigDecimal units = by.get(kind);
        if (units == null) {
            throw new IllegalStateException(kind + " was not counted");
        }
        return kind.of(units);
    }

    /** Committed, good and claimed by nobody. */
    public Figure free() {
        return of(Booked.AVAILABLE)
                .minus(of(Booked.ALLOCATED), of(Booked.RESERVED))
                .notNegative();
    }
}
