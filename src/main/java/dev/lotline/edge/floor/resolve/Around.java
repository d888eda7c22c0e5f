package dev.lotline.edge.floor.resolve;

import org.jspecify.annotations.Nullable;

/** What is open around a scan; null = nothing. */
public record Around(
        @Nullable DocumentReference receivingOrder,
        @Nullable DocumentReference order,
        @Nullable String location) {
    public static final Around NOTHING = new Around(null, null, null);
}
