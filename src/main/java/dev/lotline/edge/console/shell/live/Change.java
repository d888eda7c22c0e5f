package dev.lotline.edge.console.shell.live;

import org.jspecify.annotations.Nullable;

/**
 * What was committed, as roughly as pages need to know it.
 *
 * @param topic of the outbox, such as {@code lotline.receiving}; empty = more happened than is told, take it for all
 * @param owner of the item; null = of several items, or of none
 * @param sku null as {@code owner} is
 */
public record Change(
        String warehouse,
        String topic,
        @Nullable String owner,
        @Nullable String sku) {
    public static final String ANY = "";

    public boolean mayConcern(String otherOwner) {
        return owner == null || owner.equals(otherOwner);
    }

    public boolean mayConcern(String otherOwner, String otherSku) {
        return mayConcern(otherOwner) && (sku == null || sku.equals(otherSku));
    }
}
