package dev.lotline.operations.billing.pages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures that were reckoned lately, under everything that they depend on: they are what they are until a day is closed, or
 * closed again, which the key tells. What was not asked for the longest time is forgotten first.
 */
final class Remembered<K, V> {
    private final Map<K, V> figures;

    Remembered(int most) {
        figures = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable V get(K key) {
        return figures.get(key);
    }

    synchronized void put(K key, V figure) {
        figures.put(key, figure);
    }
}
