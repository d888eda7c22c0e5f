package dev.lotline.stock.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A code on a pack of an item, GTINs always as 14 digits, and how many units one scan of it stands for. */
@Entity
@IdClass(ItemBarcode.Key.class)
public class ItemBarcode extends PanacheEntityBase {
    /** Identity of a barcode row. */
    public record Key(long itemId, String code) {}

    @Id
    public long itemId;

    @Id
    public String code;

    @Column
    public BigDecimal quantity;

    /** Of all these items, in one query. */
    public static Uni<List<ItemBarcode>> of(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("itemId in ?1 order by itemId, code", itemIds);
    }

    /** Makes the barcodes of an item exactly these: code to units per scan. */
    public static Uni<Void> replace(long itemId, Map<String, BigDecimal> wanted) {
        return of(List.of(itemId)).chain(present -> {
            Map<String, BigDecimal> missing = new HashMap<>(wanted);
            Uni<Void> changes = Uni.createFrom().voidItem();
            for (ItemBarcode barcode : present) {
                BigDecimal quantity = missing.remove(barcode.code);
                if (quantity == null) {
                    changes = changes.chain(barcode::delete);
                } else {
                    barcode.quantity = quantity;
                }
            }
            for (Map.Entry<String, BigDecimal> added : missing.entrySet()) {
                ItemBarcode barcode = new ItemBarcode();
                barcode.itemId = itemId;
                barcode.code = added.getKey();
                barcode.quantity = added.getValue();
                changes = changes.chain(barcode::persist).replaceWithVoid();
            }
            return changes;
        });
    }
}
