package dev.lotline.operations.loading;

import io.vertx.core.json.JsonArray;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of a position as another system says it is. What is not {@code @Nullable} is there once {@link
 * LoadRules#problem} has found nothing.
 *
 * @param entry its place in its batch, from 1
 * @param ref what its sender calls it; null = it has no name of its own
 * @param type LAST_ON_HAND: what stands in the place; EXPECTED: told, never counted; else a difference
 * @param quantity units
 * @param status ACTIVE, or INACTIVE = it no longer counts; null = as it was, or ACTIVE
 * @param place code of a location; null = the only one in which the item has good stock
 * @param epoch when its source saw it; null = now
 * @param attributes null = as they were
 */
public record LoadEntry(
        int entry,
        Goods goods,
        @Nullable String ref,
        String type,
        BigDecimal quantity,
        @Nullable String status,
        @Nullable OffsetDateTime epoch,
        @Nullable String condition,
        @Nullable OffsetDateTime expectedOn,
        @Nullable JsonArray attributes) {

    /** Whose what, and where; of lots by number, date or both. */
    public record Goods(
            String owner,
            String warehouse,
            String sku,
            @Nullable String place,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}

    /** Null = as it was. */
    @Nullable
    Boolean active() {
        return status == null ? null : status.equals("ACTIVE");
    }

    /** What it is known by in its job. */
    String known() {
        return ref != null
                ? ref
                : String.join(
                        ":",
                        goods.sku(),
                        goods.warehouse(),
                        String.valueOf(goods.place()),
                        String.valueOf(goods.lotNumber()),
                        String.valueOf(goods.expirationDate()),
                        type);
    }

    /** The same text for the same assertion. */
    String content() {
        return String.join(
                "|",
                type,
                quantity.stripTrailingZeros().toPlainString(),
                String.valueOf(status),
                epoch == null ? "now" : epoch.toInstant().toString(),
                String.valueOf(condition),
                String.valueOf(expectedOn),
                String.valueOf(attributes));
    }
}
