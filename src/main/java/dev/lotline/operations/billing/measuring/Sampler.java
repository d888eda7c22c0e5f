package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.measuring.Observations.Goods;
import dev.lotline.operations.billing.measuring.Observations.Holding;
import dev.lotline.operations.billing.measuring.Observations.Place;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at every cell on every day of a period, as each rule wants it. */
final class Sampler {
    private static final Place NOWHERE = new Place("STORAGE", "SHELF", null, null, null);

    private final PlanBook book;
    private final Observations observed;
    private final Map<Cell, LocalDate> came = new HashMap<>();
    private final Map<Cell, LocalDate> received = new HashMap<>();
    private final Pools pools;
    private final Set<Quantities.Met> met = new HashSet<>();
    final List<Sample> samples = new ArrayList<>();
    final List<Sample.Unrated> unrated = new ArrayList<>();

    Sampler(PlanBook book, Observations observed) {
        this.book = book;
        this.observed = observed;
        this.pools = new Pools(observed);
        for (Holding holding : observed.holdings()) {
            came.merge(holding.cell(), holding.from(), Sampler::earlier);
            received.merge(lot(holding.cell()), holding.received(), Sampler::earlier);
        }
    }

    Sampler look(Observations.Period period) {
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            look(day);
        }
        return this;
    }

    private void look(LocalDate day) {
        if (day.getDayOfMonth() == 1) {
            met.clear();
        }
        PlanBook.Version version = book.on(day).orElse(null);
        if (version == null) {
            return;
        }
        List<Presence> atClose = presences(day, false);
        for (Rule rule : version.plan().rules()) {
            boolean any = rule.sampling() == Terms.Sampling.DAILY_ANY;
            Quantities found =
                    new Quantities(version, rule, day, any ? presences(day, true) : atClose, pools, met).measure();
            samples.addAll(found.samples);
            unrated.addAll(found.unrated);
        }
    }

    /** @param anyTime as the cell stood at its fullest: what the day began with, or what it ended with and saw pass */
    private List<Presence> presences(LocalDate day, boolean anyTime) {
        Map<Cell, List<Holding>> there = new TreeMap<>();
        Map<Cell, List<Holding>> before = new TreeMap<>();
        for (Holding holding : observed.holdings()) {
            if (Observations.on(holding, day) && (anyTime || !holding.intraday())) {
                there.computeIfAbsent(holding.cell(), none -> new ArrayList<>()).add(holding);
            }
            if (anyTime && !holding.intraday() && Observations.on(holding, day.minusDays(1))) {
                before.computeIfAbsent(holding.cell(), none -> new ArrayList<>())
                        .add(holding);
            }
        }
        before.keySet().forEach(cell -> there.putIfAbsent(cell, List.of()));
        return there.entrySet().stream()
                .map(cell -> presence(
                        cell.getKey(),
                        cell.getValue(),
                        units(cell.getValue()).max(units(before.getOrDefault(cell.getKey(), List.of()))),
                        day))
                .toList();
    }

    private static BigDecimal units(List<Holding> holdings) {
        return holdings.stream().map(Holding::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is held is what is held by the end of the day. */
    private Presence presence(Cell cell, List<Holding> holdings, BigDecimal units, LocalDate day) {
        Map<String, BigDecimal> held = new HashMap<>();
        Map<String, BigDecimal> plates = new TreeMap<>();
        for (Holding holding : holdings) {
            if (holding.hold() != null) {
                held.merge(holding.hold(), holding.units(), BigDecimal::add);
            }
            if (holding.plate() != null) {
                plates.merge(holding.plate(), holding.units(), BigDecimal::add);
            }
        }
        return new Presence(
                cell,
                units,
                held,
                plates,
                observed.goods().getOrDefault(cell.sku(), Goods.UNKNOWN),
                observed.places().getOrDefault(cell.location(), NOWHERE),
                received.getOrDefault(lot(cell), day),
                came.getOrDefault(cell, day));
    }

    private static Cell lot(Cell cell) {
        return new Cell(cell.owner(), cell.sku(), cell.lot(), "");
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
