package dev.lotline.operations.billing.pages;

import dev.lotline.operations.billing.fees.House;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of months that were priced lately: they are what they are until a day is closed, or closed again. */
final class Totals {
    private static final int MOST = 2_000;

    /** Everything that a sum depends on; the stamp changes with every close. */
    record Key(long owner, long warehouse, YearMonth rolled, boolean own, int more, long stamp, String prices) {
        static Key of(PriceSql.Asked asked) {
            House house = asked.house();
            return new Key(
                    house.owner(),
                    house.warehouse(),
                    asked.rolled(),
                    asked.own(),
                    asked.more(),
                    house.stamp(),
                    asked.rates().toString());
        }
    }

    private final Map<Key, PriceSql.Total> sums = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, PriceSql.Total> eldest) {
            return size() > MOST;
        }
    };

    synchronized PriceSql.@Nullable Total get(Key key) {
        return sums.get(key);
    }

    synchronized void put(Key key, PriceSql.Total total) {
        sums.put(key, total);
    }
}
