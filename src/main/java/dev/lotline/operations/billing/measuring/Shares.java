package dev.lotline.operations.billing.measuring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who shares a place, and how: by volume of the goods, in equal parts where one of them is not known. The last cell takes
 * the rest, so that the shares are the place and it is never billed twice.
 */
final class Shares {
    private static final int DECIMALS = 6;

    private final Map<String, List<Presence>> byPlace = new HashMap<>();

    Shares(List<Presence> presences) {
        presences.forEach(presence -> byPlace.computeIfAbsent(presence.cell().location(), none -> new ArrayList<>())
                .add(presence));
        byPlace.values().forEach(there -> there.sort(Comparator.comparing(Presence::cell)));
    }

    /**
     * The part of a place that is a cell's.
     *
     * @param whole the place: its volume in mm³, or 1
     */
    BigDecimal part(Presence of, BigDecimal whole, int decimals) {
        List<Presence> there = byPlace.getOrDefault(of.cell().location(), List.of(of));
        if (there.size() == 1) {
            return whole;
        }
        BigDecimal all = BigDecimal.ZERO;
        for (Presence each : there) {
            BigDecimal weight = weight(each);
            if (weight == null) {
                all = null;
                break;
            }
            all = all.add(weight);
        }
        BigDecimal given = BigDecimal.ZERO;
        for (int n = 0; n < there.size() - 1; n++) {
            BigDecimal part = all == null || all.signum() == 0
                    ? whole.divide(BigDecimal.valueOf(there.size()), decimals, RoundingMode.DOWN)
                    : whole.multiply(weight(there.get(n))).divide(all, decimals, RoundingMode.DOWN);
            if (there.get(n).equals(of)) {
                return part;
            }
            given = given.add(part);
        }
        return whole.subtract(given);
    }

    BigDecimal volume(Presence of, BigDecimal volume) {
        return part(of, volume, DECIMALS);
    }

    BigDecimal place(Presence of) {
        return part(of, BigDecimal.ONE, DECIMALS * 2);
    }

    private static @Nullable BigDecimal weight(Presence presence) {
        BigDecimal one = presence.goods().volume();
        return one == null ? null : one.multiply(presence.units());
    }
}
