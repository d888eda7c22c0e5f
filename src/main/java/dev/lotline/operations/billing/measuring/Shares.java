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
 * Who shares a place or a license plate, and how: by volume of the goods, in equal parts where one of them is not known. The
 * last cell takes the rest, so that the shares are the whole and it is never billed twice.
 */
final class Shares {
    private static final int DECIMALS = 6;

    /** Units of a cell among those that share. */
    private record Part(Presence of, BigDecimal units) {
        @Nullable
        BigDecimal weight() {
            BigDecimal one = of.goods().volume();
            return one == null ? null : one.multiply(units);
        }
    }

    private final Map<String, List<Part>> byPlace = new HashMap<>();
    private final Map<String, List<Part>> byPlate = new HashMap<>();

    Shares(List<Presence> presences) {
        presences.stream().sorted(Comparator.comparing(Presence::cell)).forEach(presence -> {
            add(byPlace, presence.cell().location(), new Part(presence, presence.units()));
            presence.plates().forEach((plate, units) -> add(byPlate, plate, new Part(presence, units)));
        });
    }

    private static void add(Map<String, List<Part>> all, String of, Part part) {
        all.computeIfAbsent(of, none -> new ArrayList<>()).add(part);
    }

    /**
     * The part of something that is a cell's.
     *
     * @param whole of it: its volume in mm³, or 1
     */
    private static BigDecimal part(List<Part> there, Presence of, BigDecimal whole, int decimals) {
        if (there.size() == 1) {
            return whole;
        }
        BigDecimal all = BigDecimal.ZERO;
        for (Part each : there) {
            BigDecimal weight = each.weight();
            if (weight == null) {
                all = null;
                break;
            }
            all = all.add(weight);
        }
        BigDecimal given = BigDecimal.ZERO;
        for (Part each : there.subList(0, there.size() - 1)) {
            BigDecimal part = all == null || all.signum() == 0
                    ? whole.divide(BigDecimal.valueOf(there.size()), decimals, RoundingMode.DOWN)
                    : whole.multiply(each.weight()).divide(all, decimals, RoundingMode.DOWN);
            if (each.of().equals(of)) {
                return part;
            }
            given = given.add(part);
        }
        return whole.subtract(given);
    }

    BigDecimal volume(Presence of, BigDecimal volume) {
        return part(byPlace.getOrDefault(of.cell().location(), List.of()), of, volume, DECIMALS);
    }

    BigDecimal place(Presence of) {
        return part(byPlace.getOrDefault(of.cell().location(), List.of()), of, BigDecimal.ONE, DECIMALS * 2);
    }

    /** Of all plates that it stands on. */
    BigDecimal plates(Presence of) {
        return of.plates().keySet().stream()
                .map(plate -> part(byPlate.getOrDefault(plate, List.of()), of, BigDecimal.ONE, DECIMALS * 2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
