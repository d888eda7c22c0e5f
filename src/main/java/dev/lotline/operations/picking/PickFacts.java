package dev.lotline.operations.picking;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one look says about a pick task and about what was scanned for it.
 *
 * @param lotProvesItself the warehouse takes the place as proof of the lot (SLOT), or the item has no lots
 * @param itemMatches the scanned item is the task's; null = no item was scanned
 * @param scannedLot the lot of the task's item that the label means; null = none such
 * @param placeId the scanned place; null = none such, or none was scanned
 * @param toteId null = no such tote in this warehouse
 * @param next the next open task of the order or its cart run, null at the end
 * @param waveTote the tote of the order on its cart run; null = it has none of its own
 */
record PickFacts(
        long ownerId,
        String owner,
        long itemId,
        String sku,
        int decimals,
        boolean lotTracked,
        boolean lotProvesItself,
        BigDecimal left,
        BigDecimal picked,
        long taskPlaceId,
        String taskPlace,
        @Nullable Long taskLot,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable Boolean itemMatches,
        @Nullable Long scannedLot,
        @Nullable Long placeId,
        @Nullable Long toteId,
        @Nullable JsonObject next,
        @Nullable String waveTote) {}
