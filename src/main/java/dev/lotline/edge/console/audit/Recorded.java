package dev.lotline.edge.console.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan or a command as it was recorded.
 *
 * @param seq the device's own count; null = it keeps none
 * @param at the device's clock; {@code recordedAt} the database's
 * @param undoOf the event that this one took back
 * @param scanned what was scanned, as it came; empty = nothing was
 * @param payload as it came, as text
 */
public record Recorded(
        UUID id,
        String warehouse,
        String operation,
        String verdict,
        @Nullable String code,
        String actor,
        String device,
        @Nullable Long seq,
        OffsetDateTime at,
        OffsetDateTime recordedAt,
        @Nullable UUID undoOf,
        String scanned,
        String payload,
        List<Long> movements) {
    private static final int BRIEF = 13;

    /** Enough of the id to be told from its neighbours. */
    public String brief() {
        return id.toString().substring(0, BRIEF) + "…";
    }

    public boolean refused() {
        return verdict.equals("REFUSED");
    }
}
