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

/** One row of a kit's bill of materials: how many units of another item of the same owner one kit takes. */
@Entity
@IdClass(Component.Key.class)
public class Component extends PanacheEntityBase {
    /** Identity of a component row. */
    public record Key(long itemId, long componentId) {}

    @Id
    public long itemId;

    @Id
    public long componentId;

    @Column
    public BigDecimal quantity;

    /** Of all these kits, in one query. */
    public static Uni<List<Component>> of(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("itemId in ?1 order by itemId, componentId", itemIds);
    }

    /** Makes the components of a kit exactly these: item id to units per kit. */
    public static Uni<Void> replace(long itemId, Map<Long, BigDecimal> wanted) {
        return of(List.of(itemId)).chain(present -> {
            Map<Long, BigDecimal> missing = new HashMap<>(wanted);
            Uni<Void> changes = Uni.createFrom().voidItem();
            for (Component component : present) {
                BigDecimal quantity = missing.remove(component.componentId);
                if (quantity == null) {
                    changes = changes.chain(component::delete);
                } else {
                    component.quantity = quantity;
                }
            }
            for (Map.Entry<Long, BigDecimal> added : missing.entrySet()) {
                Component component = new Component();
                component.itemId = itemId;
                component.componentId = added.getKey();
                component.quantity = added.getValue();
                changes = changes.chain(component::persist).replaceWithVoid();
            }
            return changes;
        });
    }
}
