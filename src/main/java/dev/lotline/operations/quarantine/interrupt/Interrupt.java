package dev.lotline.operations.quarantine.interrupt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What handhelds must hear at once.
 *
 * @param warehouse whom it concerns; null = every warehouse
 * @param facts the values of the message
 */
public record Interrupt(Kind kind, String owner, @Nullable String warehouse, Map<String, Object> facts) {

    /** What happened. */
    public enum Kind {
        TASK_STOPPED,
        LOT_HELD,
        LOCATION_HELD,
        PLATE_HELD
    }
}
