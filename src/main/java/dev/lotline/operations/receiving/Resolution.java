package dev.lotline.operations.receiving;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's word on an exception.
 *
 * @param decision ACCEPT = the units are counted after all, REJECT = they never are, RELABEL = they are counted as
 *     something else, and get its label
 * @param note why, at most 1,000 characters; kept with the exception
 * @param goods what they are in truth; with RELABEL alone, null otherwise
 */
public record Resolution(
        String decision, @Nullable String note, @Nullable Goods goods) {
    /**
     * An item of the order's owner, and a lot of it.
     *
     * @param sku null = the item that was counted
     */
    public record Goods(
            @Nullable String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}
}
