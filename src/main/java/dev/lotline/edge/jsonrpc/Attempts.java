package dev.lotline.edge.jsonrpc;

import dev.lotline.kernel.Text;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often a name was given with a wrong key from one address, in the last minute; ten times are let through. The ten
 * thousand latest pairs are remembered, on this node.
 */
@Singleton
class Attempts {
    static final int MOST = 10;
    private static final long WINDOW_NANOS = 60_000_000_000L;
    private static final int MOST_PAIRS = 10_000;

    private record Failures(long since, int count) {
        Failures again() {
            return new Failures(since, count + 1);
        }
    }

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_PAIRS;
        }
    };

    /** Seconds to wait before the next attempt; 0 = it may be made. */
    synchronized int wait(String address, String name, long nanos) {
        Failures past = failures.get(pair(address, name));
        if (past == null || nanos - past.since >= WINDOW_NANOS || past.count < MOST) {
            return 0;
        }
        return (int) ((WINDOW_NANOS - (nanos - past.since)) / 1_000_000_000L) + 1;
    }

    synchronized void failed(String address, String name, long nanos) {
        Failures past = failures.remove(pair(address, name));
        Failures now = past != null && nanos - past.since < WINDOW_NANOS ? past.again() : new Failures(nanos, 1);
        failures.put(pair(address, name), now);
    }

    synchronized int remembered() {
        return failures.size();
    }

    private static String pair(String address, String name) {
        return address + ' ' + (name.length() > Text.CODE ? name.substring(0, Text.CODE) : name);
    }
}
