package dev.lotline.operations.ordering;

import org.jspecify.annotations.Nullable;

/**
 * How an order leaves the house.
 *
 * @param complete true = only if everything open is picked, else NOT_FULLY_PICKED
 */
public record Shipment(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Integer packages,
        Boolean complete) {
    public Shipment {
        complete = complete != null && complete;
    }
}
