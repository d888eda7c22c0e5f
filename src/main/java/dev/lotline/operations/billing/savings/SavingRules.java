package dev.lotline.operations.billing.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which places goods could do without. Pure. */
public final class SavingRules {
    private SavingRules() {}

    /** @param volume mm³ of a place that is theirs alone, {@code units} of them in it */
    public record Spot(String location, BigDecimal volume, BigDecimal units) {}

    /** @param release empty = all places are needed */
    public record Fewer(List<Spot> keep, List<Spot> release) {
        public BigDecimal released() {
            return release.stream().map(Spot::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** How many units a place takes: what fits into the part of it that goods can fill. */
    public static BigDecimal capacity(BigDecimal volume, BigDecimal fill, BigDecimal unitVolume) {
        return volume.multiply(fill).divide(unitVolume, 0, RoundingMode.DOWN);
    }

    /** The largest places are kept until they take all units. */
    public static Fewer fewer(List<Spot> spots, BigDecimal fill, BigDecimal unitVolume) {
        BigDecimal units = spots.stream().map(Spot::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Spot> sorted = spots.stream()
                .sorted(Comparator.comparing(Spot::volume)
                        .reversed()
                        .thenComparing(Spot::units, Comparator.reverseOrder())
                        .thenComparing(Spot::location))
                .toList();
        List<Spot> keep = new ArrayList<>();
        List<Spot> release = new ArrayList<>();
        BigDecimal room = BigDecimal.ZERO;
        for (Spot spot : sorted) {
            if (room.compareTo(units) >= 0) {
                release.add(spot);
            } else {
                keep.add(spot);
                room = room.add(capacity(spot.volume(), fill, unitVolume));
            }
        }
        // where even all of them are too small on paper, nothing is released
        return room.compareTo(units) >= 0 ? new Fewer(keep, release) : new Fewer(sorted, List.of());
    }

    /**
     * The volume of places that goods would not need if they were one lot, in places of the volume that most of theirs have.
     *
     * @return mm³, 0 = they need them all
     */
    public static BigDecimal asOneLot(List<Spot> spots, BigDecimal fill, BigDecimal unitVolume) {
        Map<BigDecimal, Long> counts = spots.stream()
                .collect(Collectors.groupingBy(
                        spot -> spot.volume().stripTrailingZeros(), TreeMap::new, Collectors.counting()));
        BigDecimal usual =
                Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
        BigDecimal each = capacity(usual, fill, unitVolume);
        BigDecimal units = spots.stream().map(Spot::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = spots.stream().map(Spot::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        return each.signum() == 0
                ? BigDecimal.ZERO
                : all.subtract(units.divide(each, 0, RoundingMode.UP).multiply(usual))
                        .max(BigDecimal.ZERO);
    }
}
