package dev.lotline.edge.demo;

import dev.lotline.edge.demo.DemoHouse.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * What stands in the house: 1,500 lots with expirations spread around today, and some goods without lots. A few lots
 * are expired, a few are below their item's minimum, a few have no date or no number. Pure.
 */
final class DemoStock {
    static final int LOTS = 1_500;

    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("yyDDD");
    private static final int FEWEST = 4;
    private static final int MOST = 14;

    /** Every so many lot items one is new: announced and ordered, but not here yet. */
    private static final int ONE_IN_NEW = 28;

    /** Cubic feet that one lot may fill, so that every place keeps room for more. */
    private static final BigDecimal LARGEST = new BigDecimal(5);

    private static final BigDecimal FULL_ENOUGH = new BigDecimal("0.8");

    final List<DemoLot> lots = new ArrayList<>();
    final List<DemoItem> newItems = new ArrayList<>();

    private final Random random;
    private final LocalDate today;
    private final DemoHouse house;
    private final Map<String, BigDecimal> filled = new HashMap<>();
    private final Map<DemoItem, Set<String>> standing = new HashMap<>();

    DemoStock(DemoCatalogue catalogue, DemoHouse house, LocalDate today, Random random) {
        this.random = random;
        this.today = today;
        this.house = house;
        List<DemoItem> stocked = new ArrayList<>();
        int seen = 0;
        for (DemoItem item : catalogue.items) {
            if (item.lotTracked()) {
                seen++;
                (seen % ONE_IN_NEW == 0 ? newItems : stocked).add(item);
            }
        }
        int[] counts = shares(stocked.size());
        for (int n = 0; n < counts.length; n++) {
            lotsOf(stocked.get(n), counts[n]);
        }
        for (DemoItem item : catalogue.items) {
            if (item.kind() == DemoItem.Kind.PLAIN) {
                BigDecimal quantity = quantity(item);
                lots.add(new DemoLot(item, null, null, null, quantity, place(item, quantity)));
            }
        }
    }

    /** How many lots each item has; they add up to {@link #LOTS}. */
    private int[] shares(int items) {
        int[] counts = new int[items];
        Arrays.fill(counts, FEWEST);
        for (int left = LOTS - FEWEST * items; left > 0; ) {
            int n = random.nextInt(items);
            if (counts[n] < MOST) {
                counts[n]++;
                left--;
            }
        }
        return counts;
    }

    private void lotsOf(DemoItem item, int count) {
        Set<LocalDate> dates = new HashSet<>();
        for (int n = 0; n < count; n++) {
            int serial = lots.size();
            LocalDate expiration = today.plusDays(daysLeft(item, (n + random.nextDouble()) / count, serial));
            while (!dates.add(expiration)) {
                // one lot per date, so that a lot that is known by its date alone is known for certain
                expiration = expiration.plusDays(1);
            }
            boolean undated = serial % 25 == 3;
            boolean unnumbered = serial % 33 == 5 && !undated;
            LocalDate origination =
                    undated ? today.minusDays(1 + random.nextInt(90)) : expiration.minusDays(item.life());
            String number = item.merchant().lotMark() + BORN.format(origination) + (char) ('A' + n);
            BigDecimal quantity = quantity(item);
            lots.add(new DemoLot(
                    item,
                    unnumbered ? null : number,
                    undated ? null : expiration,
                    origination,
                    quantity,
                    place(item, quantity)));
        }
    }

    private int daysLeft(DemoItem item, double share, int serial) {
        if (serial % 50 == 7) {
            return -1 - random.nextInt(20);
        }
        int minimum = Objects.requireNonNullElse(item.minimumLife(), 5);
        if (serial % 40 == 11) {
            return random.nextInt(minimum);
        }
        return minimum + 1 + (int) ((item.life() - minimum) * share * 0.9);
    }

    private BigDecimal quantity(DemoItem item) {
        if (item.weighed()) {
            return BigDecimal.valueOf(3_000 + random.nextInt(12_000), item.decimals());
        }
        int most = LARGEST.divideToIntegralValue(item.volume()).intValue() / item.casePack();
        return BigDecimal.valueOf((long) item.casePack() * (1 + random.nextInt(Math.max(1, Math.min(8, most)))));
    }

    /** A place in the merchant's zone that has room and no other lot of the item. */
    private String place(DemoItem item, BigDecimal quantity) {
        List<Place> shelves = new ArrayList<>(house.shelves(item.merchant().zone()));
        Collections.rotate(shelves, random.nextInt(shelves.size()));
        BigDecimal volume = item.volume().multiply(quantity);
        Set<String> taken = standing.computeIfAbsent(item, any -> new HashSet<>());
        for (Place place : shelves) {
            BigDecimal then = filled.getOrDefault(place.code(), BigDecimal.ZERO).add(volume);
            BigDecimal room = Objects.requireNonNull(place.capacity()).multiply(FULL_ENOUGH);
            if (then.compareTo(room) <= 0 && taken.add(place.code())) {
                filled.put(place.code(), then);
                return place.code();
            }
        }
        throw new IllegalStateException("no room for " + item.sku());
    }
}
