package dev.lotline.operations.messaging.webhooks;

import java.math.BigDecimal;

/**
 * What an event did to the good stock of an item.
 *
 * @param event number of the event
 * @param units more, or fewer where it is negative
 * @param free in the whole house, as it is when the message is written
 * @param virtual kits can be made of others: then more can be sold than is free
 */
public record Adjusted(
        long event, String owner, long item, String sku, BigDecimal units, BigDecimal free, boolean virtual) {}
