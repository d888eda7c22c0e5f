package dev.lotline.operations.billing.savings;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What would cost less; an estimate, nothing is changed.
 *
 * @param thisMonth for the days that are left of the month, {@code perMonth} for a whole one; decimal strings
 * @param moves how many places would have to be emptied
 */
@Schema(name = "StorageSaving")
public record Saving(
        Kind kind,
        String sku,
        @Nullable String lotId,
        @Nullable String lot,
        List<String> keep,
        List<String> release,
        String currency,
        String thisMonth,
        String perMonth,
        int moves,
        boolean allowed,
        String why) {

    /** One lot in fewer places; lots of an item together; lots of a month sent as one; a lot that left today. */
    public enum Kind {
        FEWER_PLACES,
        SHARED_PLACES,
        FEWER_LOTS,
        LEFT_TODAY
    }
}
