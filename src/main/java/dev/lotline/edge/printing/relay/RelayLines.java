package dev.lotline.edge.printing.relay;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for which printer: one relay at a time each, and only so many on this node. */
@Singleton
class RelayLines {
    private static final int MOST = 200;

    private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

    /** False if somebody waits for this printer already, or too many wait. */
    boolean take(long printer) {
        return waiting.size() < MOST && waiting.add(printer);
    }

    void leave(long printer) {
        waiting.remove(printer);
    }
}
