package dev.lotline.operations.printing.printers;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A printer as it is known.
 *
 * @param dpi dots an inch: 203, 300 or 600
 * @param width of its labels in millimetres; likewise the height
 * @param stock what is in it, in words
 * @param confirm how a label is known to have come out: STATUS, ODOMETER, NONE
 * @param pausedBy who stopped it; null = nobody
 * @param health a word of its own, OFF when a person has stopped it
 * @param queued jobs that wait
 * @param oldest since when the first of them waits
 * @param unknown jobs that may or may not have come out
 */
public record Printer(
        long id,
        String code,
        String warehouse,
        String link,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String relay,
        int dpi,
        BigDecimal width,
        BigDecimal height,
        @Nullable String stock,
        String language,
        String confirm,
        boolean enabled,
        @Nullable String pausedBy,
        String health,
        @Nullable OffsetDateTime healthAt,
        long queued,
        @Nullable OffsetDateTime oldest,
        long unknown) {
    /** True if a person has switched it off or stopped it. */
    public boolean isOff() {
        return !enabled || pausedBy != null;
    }
}
