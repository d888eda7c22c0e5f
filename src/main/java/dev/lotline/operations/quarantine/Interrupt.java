package dev.lotline.operations.quarantine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What handhelds must hear at once; fired after the transaction has committed, on the node that committed it.
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

    /** A lot as a handheld knows it. */
    record NamedLot(
            String sku,
            @Nullable String lotNumber,
            @Nullable String expirationDate) {}

    static Interrupt lots(long hold, String reason, String owner, List<NamedLot> lots) {
        return new Interrupt(Kind.LOT_HELD, owner, null, Map.of("hold", hold, "reason", reason, "lots", lots));
    }

    static Interrupt places(long hold, String reason, String owner, String warehouse, List<String> locations) {
        return new Interrupt(
                Kind.LOCATION_HELD, owner, warehouse, Map.of("hold", hold, "reason", reason, "locations", locations));
    }

    static Interrupt plates(long hold, String reason, String owner, String warehouse, List<String> lpns) {
        return new Interrupt(Kind.PLATE_HELD, owner, warehouse, Map.of("hold", hold, "reason", reason, "lpns", lpns));
    }

    /** @param complete false when there were more than are listed: the handheld asks for its tasks anew */
    static Interrupt tasks(long hold, String owner, String warehouse, List<Hold.Task> tasks, boolean complete) {
        return new Interrupt(
                Kind.TASK_STOPPED, owner, warehouse, Map.of("hold", hold, "tasks", tasks, "complete", complete));
    }
}
