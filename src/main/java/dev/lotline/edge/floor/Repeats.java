package dev.lotline.edge.floor;

import dev.lotline.edge.floor.resolve.Barcode;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One pull of the trigger that a device delivers twice, as keys and as an intent, becomes two events with ids of their
 * own: the second is counted no more. Two units of one kind come from one source and count as two. A device delivers both
 * within moments and to one node, so that what is kept here may be forgotten by a restart; the answer itself is stored.
 */
@Singleton
class Repeats {
    private static final int MOST_DEVICES = 10_000;

    private record Seen(UUID id, String operation, String canonical, String source, OffsetDateTime at) {
        boolean repeatedBy(Seen other, int windowMillis) {
            return !id.equals(other.id)
                    && !source.equals(other.source)
                    && operation.equals(other.operation)
                    && canonical.equals(other.canonical)
                    && Math.abs(at.toInstant().toEpochMilli()
                                    - other.at.toInstant().toEpochMilli())
                            <= windowMillis;
        }
    }

    private final Map<String, Seen> last = new ConcurrentHashMap<>();

    /** True when the device has just sent the same label from another source; else the event is kept as its last one. */
    boolean isRepeat(String device, ScanEvent event, UUID id, String canonical, int windowMillis) {
        Barcode barcode = event.barcode();
        @Nullable String source = barcode == null ? null : barcode.source();
        if (source == null || event.at() == null || windowMillis == 0) {
            return false;
        }
        if (last.size() > MOST_DEVICES) {
            last.clear();
        }
        Seen now = new Seen(id, String.valueOf(event.operation()), canonical, source, event.at());
        Seen kept = last.merge(device, now, (before, other) -> before.repeatedBy(other, windowMillis) ? before : other);
        return !Objects.equals(kept, now);
    }

    /** What was refused was not counted: the same label may come once more. */
    void forget(String device, UUID id) {
        last.computeIfPresent(device, (name, seen) -> seen.id.equals(id) ? null : seen);
    }
}
