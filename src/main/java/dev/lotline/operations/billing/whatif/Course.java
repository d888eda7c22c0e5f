package dev.lotline.operations.billing.whatif;

import dev.lotline.operations.billing.fees.There;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.measuring.Observations.Holding;
import dev.lotline.operations.billing.measuring.Observations.Place;
import dev.lotline.operations.billing.measuring.Observations.Receipt;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.savings.SavingRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How goods will come, go and move from day to day. Pure. */
final class Course {
    private static final Set<String> SHELVES = Set.of("STORAGE", "PICK_FACE");
    private static final Place ANY = new Place("STORAGE", "SHELF", null, null, null);

    /** Units of a cell that are held for one reason and stand on one plate, from each of these days on. */
    private record Key(
            Cell cell, @Nullable String hold, @Nullable String plate) {}

    private final There there;
    private final RatePlan plan;
    private final Map<Key, TreeMap<LocalDate, BigDecimal>> units = new HashMap<>();
    private final Map<Cell, LocalDate> received = new HashMap<>();
    private final Map<String, Place> places;
    private final List<Receipt> receipts;
    private int made;

    Course(There there, RatePlan plan) {
        this.there = there;
        this.plan = plan;
        this.places = new HashMap<>(there.observed().places());
        this.receipts = new ArrayList<>(there.observed().receipts());
        for (Holding holding : there.observed().holdings()) {
            units.computeIfAbsent(new Key(holding.cell(), holding.hold(), holding.plate()), none -> new TreeMap<>())
                    .put(holding.from(), holding.units());
            received.put(holding.cell(), holding.received());
        }
    }

    /** Units of these cells at the end of a day. */
    BigDecimal units(Predicate<Cell> which, LocalDate day) {
        return units.keySet().stream()
                .filter(key -> which.test(key.cell()))
                .map(key -> on(key, day))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal on(Key key, LocalDate day) {
        TreeMap<LocalDate, BigDecimal> days = units.get(key);
        Map.Entry<LocalDate, BigDecimal> since = days == null ? null : days.floorEntry(day);
        return since == null ? BigDecimal.ZERO : since.getValue();
    }

    /** What expires first leaves first, and a place that holds little is emptied first; never more than is there. */
    void leave(Predicate<Cell> which, BigDecimal wanted, LocalDate day) {
        leave(units.keySet(), which, wanted, day);
    }

    private void leave(Collection<Key> among, Predicate<Cell> which, BigDecimal wanted, LocalDate day) {
        BigDecimal left = wanted;
        for (Key key : inOrder(among, which, day)) {
            BigDecimal taken = on(key, day).min(left);
            change(key, taken.negate(), day);
            left = left.subtract(taken);
        }
    }

    private List<Key> inOrder(Collection<Key> among, Predicate<Cell> which, LocalDate day) {
        return among.stream()
                .filter(key -> which.test(key.cell()) && on(key, day).signum() > 0)
                .sorted(Comparator.comparing((Key key) ->
                                there.expires().getOrDefault(key.cell().lot(), LocalDate.MAX))
                        .thenComparing(key -> key.hold() == null ? "" : key.hold())
                        .thenComparing(key -> key.plate() == null ? "" : key.plate())
                        .thenComparing(key -> key.cell().sku())
                        .thenComparing(key -> key.cell().lot())
                        .thenComparing(key -> on(key, day))
                        .thenComparing(key -> key.cell().location()))
                .toList();
    }

    private void change(Key key, BigDecimal by, LocalDate day) {
        TreeMap<LocalDate, BigDecimal> days = units.computeIfAbsent(key, none -> new TreeMap<>());
        days.put(day, on(key, day));
        days.tailMap(day, true).replaceAll((since, was) -> was.add(by).max(BigDecimal.ZERO));
    }

    /** Goods come to new places of the kind that this item stands in most, as many as they need. */
    void come(String owner, String sku, String lot, BigDecimal wanted, LocalDate day) {
        Place place = usual(sku);
        BigDecimal each = capacity(sku, place);
        BigDecimal left = wanted;
        while (left.signum() > 0) {
            made++;
            Cell cell = new Cell(owner, sku, lot, "NEW-" + made);
            BigDecimal some = each.signum() == 0 ? left : left.min(each);
            places.put(cell.location(), place);
            received.put(cell, day);
            receipts.add(new Receipt(owner, sku, day, some));
            change(new Key(cell, null, null), some, day);
            left = left.subtract(some);
        }
    }

    private Place usual(String sku) {
        return most(cell -> cell.sku().equals(sku));
    }

    private Place most(Predicate<Cell> which) {
        Map<Place, Long> counts = units.keySet().stream()
                .map(Key::cell)
                .filter(which)
                .map(cell -> places.getOrDefault(cell.location(), ANY))
                .filter(place -> SHELVES.contains(place.type()))
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Place, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> units.isEmpty() ? ANY : anyOf(which));
    }

    private Place anyOf(Predicate<Cell> tried) {
        Predicate<Cell> all = cell -> true;
        boolean again = units.keySet().stream()
                .map(Key::cell)
                .anyMatch(cell -> !tried.test(cell)
                        && SHELVES.contains(
                                places.getOrDefault(cell.location(), ANY).type()));
        return again ? most(all) : ANY;
    }

    /** 0 = not known, or the item is too large. */
    private BigDecimal capacity(String sku, Place place) {
        BigDecimal volume = place.volume() == null ? plan.defaultVolumes().get(place.storageClass()) : place.volume();
        Observations.Goods goods = there.observed().goods().get(sku);
        return volume == null || goods == null || goods.volume() == null
                ? BigDecimal.ZERO
                : SavingRules.capacity(volume, plan.fill(), goods.volume());
    }

    /** All units of a cell go to another place; one that is not known yet is of the kind of the first. */
    void move(Predicate<Cell> which, String to, LocalDate day) {
        for (Key key : inOrder(units.keySet(), which, day)) {
            Cell from = key.cell();
            Cell cell = new Cell(from.owner(), from.sku(), from.lot(), to);
            BigDecimal moved = on(key, day);
            places.putIfAbsent(to, places.getOrDefault(from.location(), ANY));
            received.putIfAbsent(cell, received.getOrDefault(from, day));
            change(key, moved.negate(), day);
            change(new Key(cell, key.hold(), key.plate()), moved, day);
        }
    }

    /** Goods of these cells into as few of their places as take them. */
    void consolidate(Predicate<Cell> which, LocalDate day) {
        Map<String, List<Key>> bySku = inOrder(units.keySet(), which, day).stream()
                .collect(Collectors.groupingBy(key -> key.cell().sku(), TreeMap::new, Collectors.toList()));
        bySku.forEach((sku, keys) -> {
            Observations.Goods goods = there.observed().goods().get(sku);
            if (goods != null && goods.volume() != null) {
                consolidate(keys, goods.volume(), day);
            }
        });
    }

    private void consolidate(List<Key> keys, BigDecimal unitVolume, LocalDate day) {
        Map<String, BigDecimal> byPlace = new TreeMap<>();
        keys.forEach(key -> byPlace.merge(key.cell().location(), on(key, day), BigDecimal::add));
        List<SavingRules.Spot> spots = new ArrayList<>();
        byPlace.forEach((place, sum) -> {
            BigDecimal volume = places.getOrDefault(place, ANY).volume();
            if (volume != null) {
                spots.add(new SavingRules.Spot(place, volume, sum));
            }
        });
        SavingRules.Fewer fewer = SavingRules.fewer(spots, plan.fill(), unitVolume);
        Set<String> released =
                fewer.release().stream().map(SavingRules.Spot::location).collect(Collectors.toSet());
        if (!released.isEmpty()) {
            Set<Cell> cells = keys.stream().map(Key::cell).collect(Collectors.toSet());
            move(
                    cell -> cells.contains(cell) && released.contains(cell.location()),
                    fewer.keep().get(0).location(),
                    day);
        }
    }

    /** Each day from the next one on takes so many units of each item, rounded down to whole ones in the end. */
    void run(Map<String, BigDecimal> daily) {
        Map<String, List<Key>> bySku = units.keySet().stream()
                .collect(Collectors.groupingBy(key -> key.cell().sku()));
        daily.forEach((sku, rate) -> {
            List<Key> goods = bySku.getOrDefault(sku, List.of());
            BigDecimal gone = BigDecimal.ZERO;
            int n = 1;
            for (LocalDate day = there.known().plusDays(1); !day.isAfter(there.end()); day = day.plusDays(1)) {
                BigDecimal until = rate.multiply(BigDecimal.valueOf(n++)).setScale(0, RoundingMode.DOWN);
                leave(goods, cell -> true, until.subtract(gone), day);
                gone = until;
            }
        });
    }

    Observations observations() {
        List<Holding> holdings = new ArrayList<>();
        units.forEach((key, days) -> days.forEach((since, some) -> {
            LocalDate next = days.higherKey(since);
            LocalDate to = next == null ? there.end() : next.minusDays(1);
            if (some.signum() > 0 && !to.isBefore(since)) {
                holdings.add(new Holding(
                        key.cell(),
                        some,
                        since,
                        to,
                        received.getOrDefault(key.cell(), since),
                        false,
                        key.hold(),
                        key.plate()));
            }
        }));
        return new Observations(there.observed().goods(), places, holdings, receipts);
    }
}
