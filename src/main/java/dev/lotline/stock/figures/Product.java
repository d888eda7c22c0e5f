package dev.lotline.stock.figures;

import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.Owner;
import org.jspecify.annotations.Nullable;

/** Whose item it is and what it is to them. */
public record Product(
        String sku, String name, String owner, Owner.Kind ownedBy, Item.@Nullable Type type, Item.Status status) {}
