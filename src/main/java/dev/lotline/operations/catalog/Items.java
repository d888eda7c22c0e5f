package dev.lotline.operations.catalog;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.catalog.Component;
import dev.lotline.stock.catalog.Item;
import dev.lotline.stock.catalog.ItemBarcode;
import dev.lotline.stock.catalog.Owner;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items with their barcodes and components, as one thing. */
public final class Items {
    private Items() {}

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, POLICY_IN_USE, KIT_IN_KIT. */
    public static Uni<Stored<ItemBody>> put(String owner, String sku, ItemBody wanted, Scope scope) {
        return put(owner, sku, wanted, scope, false);
    }

    /** The same, but with REFERENCE_REUSED for an item that is there. */
    public static Uni<Stored<ItemBody>> add(String owner, String sku, ItemBody wanted, Scope scope) {
        return put(owner, sku, wanted, scope, true);
    }

    private static Uni<Stored<ItemBody>> put(String owner, String sku, ItemBody wanted, Scope scope, boolean isNew) {
        ItemRules.check(wanted, owner, sku);
        scope.requireOwner(owner);
        return Stored.by(() -> owner(owner).chain(found -> store(found, sku, wanted, isNew)));
    }

    /** Ends with UNKNOWN_OWNER outside the scope, UNKNOWN_ITEM. */
    public static Uni<ItemBody> find(String owner, String sku, Scope scope) {
        scope.requireOwner(owner);
        return Panache.withSession(() -> Item.named(owner, sku)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_ITEM, Map.of("owner", owner, "sku", sku)))
                .chain(item -> bodies(owner, List.of(item)))
                .map(bodies -> bodies.get(0)));
    }

    /** With their barcodes and components; asks within the session of whoever read the items. */
    public static Uni<List<ItemBody>> bodies(String owner, List<Item> items) {
        return ItemFields.bodies(owner, items);
    }

    private static Uni<Owner> owner(String code) {
        return Owner.named(code).onItem().ifNull().failWith(() -> Refusal.of(RefusalCode.UNKNOWN_OWNER, "owner", code));
    }

    private static Uni<Stored<ItemBody>> store(Owner owner, String sku, ItemBody wanted, boolean isNew) {
        long ownerId = Objects.requireNonNull(owner.id);
        return Item.named(ownerId, sku).chain(present -> {
            if (isNew && present != null) {
                throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", sku);
            }
            Item item = present == null ? new Item() : present;
            item.ownerId = ownerId;
            item.sku = sku;
            ItemFields.into(item, wanted);
            return item.<Item>persistAndFlush()
                    .chain(stored -> ItemBarcode.replace(stored.id(), ItemRules.kept(wanted.barcodeList())))
                    .chain(() -> parts(ownerId, wanted.parts()))
                    .chain(parts -> Component.replace(item.id(), parts))
                    .chain(() -> item.flush())
                    .chain(() -> ItemFields.bodies(owner.code, List.of(item)))
                    .map(bodies -> new Stored<>(bodies.get(0), present == null));
        });
    }

    /** Ids of the components; each must be an item of the same owner. */
    private static Uni<Map<Long, BigDecimal>> parts(long ownerId, List<ItemBody.Part> wanted) {
        Set<@Nullable String> skus = wanted.stream().map(ItemBody.Part::sku).collect(Collectors.toSet());
        Uni<List<Item>> items =
                skus.isEmpty() ? Uni.createFrom().item(List.of()) : Item.named(ownerId, List.copyOf(skus));
        return items.map(found -> {
            Map<@Nullable String, Item> bySku =
                    found.stream().collect(Collectors.toMap(item -> item.sku, Function.identity()));
            FieldCheck check = new FieldCheck();
            Map<Long, BigDecimal> parts = new HashMap<>();
            for (int n = 0; n < wanted.size(); n++) {
                Item item = bySku.get(wanted.get(n).sku());
                if (item == null) {
                    check.wrong("components[" + n + "].sku", "is not an item of this owner");
                } else {
                    parts.put(item.id(), Objects.requireNonNull(wanted.get(n).quantity()));
                }
            }
            check.done();
            return parts;
        });
    }
}
