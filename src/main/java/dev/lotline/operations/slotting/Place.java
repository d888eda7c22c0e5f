package dev.lotline.operations.slotting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a place that the goods may be put into: not locked, of the right temperature, without another lot
 * that it may not share.
 *
 * @param sameLot units of the same lot stand there (of the item, if it has no lots)
 * @param sameItem units of another lot stand there, and the item may mix
 * @param storageFits it is of the storage class that the item prefers, or the item prefers none
 * @param room units that fit; null = no limit
 * @param distance steps of the walk between the goods and the place
 */
record Place(
        String location,
        boolean sameLot,
        boolean sameItem,
        boolean empty,
        boolean storageFits,
        @Nullable String temperatureClass,
        @Nullable BigDecimal room,
        int distance) {}
