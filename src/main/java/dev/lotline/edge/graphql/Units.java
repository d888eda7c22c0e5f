package dev.lotline.edge.graphql;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Units of one item by what they are, in a house, a warehouse, a building or a place. */
public record Units(Map<Kind, BigDecimal> by) {
    public static final Units NONE = new Units(Map.of());

    /** In the order in which a snapshot lists them. */
    public enum Kind {
        RECEIVED,
        STOWED,
        AVAILABLE,
        PICKED,
        QUARANTINED,
        SHORT_DATED,
        DAMAGED,
        /** Promised to order lines, not yet to a place. */
        ALLOCATED,
        /** Promised to order lines from a place. */
        RESERVED,
        /** Announced and not yet counted. */
        EXPECTED,
        /** The part of EXPECTED whose receiving lines name a purchase order. */
        LINKED,
        /** Open on purchase orders, on no receiving line yet. */
        BOUGHT
    }

    /** @param listed one number for each kind, in order; null or left out = 0 */
    public static Units of(List<? extends @Nullable BigDecimal> listed) {
        Map<Kind, BigDecimal> by = new EnumMap<>(Kind.class);
        for (int n = 0; n < listed.size(); n++) {
            BigDecimal units = listed.get(n);
            if (units != null && units.signum() != 0) {
                by.put(Kind.values()[n], units);
            }
        }
        return new Units(Collections.unmodifiableMap(by));
    }

    public BigDecimal of(Kind kind) {
        return by.getOrDefault(kind, BigDecimal.ZERO);
    }

    /** Σ of some kinds. */
    public BigDecimal of(Kind first, Kind... more) {
        return Stream.of(more).map(this::of).reduce(of(first), BigDecimal::add);
    }

    public Units plus(Units other) {
        Map<Kind, BigDecimal> sum = new EnumMap<>(Kind.class);
        sum.putAll(by);
        other.by.forEach((kind, units) -> sum.merge(kind, units, BigDecimal::add));
        return new Units(Collections.unmodifiableMap(sum));
    }

    /** Only what is still to come. */
    public Units inbound() {
        Map<Kind, BigDecimal> kept = new EnumMap<>(Kind.class);
        by.forEach((kind, units) -> {
            if (kind.compareTo(Kind.EXPECTED) >= 0) {
                kept.put(kind, units);
            }
        });
        return new Units(Collections.unmodifiableMap(kept));
    }

    /** Committed, good and claimed by nobody. */
    public BigDecimal free() {
        return of(Kind.AVAILABLE).subtract(of(Kind.ALLOCATED, Kind.RESERVED)).max(BigDecimal.ZERO);
    }
}
