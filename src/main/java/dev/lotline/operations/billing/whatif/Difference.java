package dev.lotline.operations.billing.whatif;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a month would cost, an estimate; nothing is changed. Amounts are decimal strings.
 *
 * @param before if nothing moves, {@code after} if it is done
 * @param lots whose cost differs, the largest difference first, at most 500
 */
@Schema(name = "StorageWhatIfAnswer")
public record Difference(
        String warehouse,
        String month,
        @Nullable String currency,
        String before,
        String after,
        String difference,
        List<Lot> lots) {

    /** @param lot number (or date) of the lot; null = goods without one */
    @Schema(name = "StorageWhatIfLot")
    public record Lot(
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable String lot,
            String before,
            String after,
            String difference) {}
}
