package dev.lotline.stock.location;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A building of a warehouse. */
@Entity
public class Building extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(updatable = false)
    public long warehouseId;

    @Column(updatable = false)
    public String code;

    @Column
    public String name;

    public static Uni<@Nullable Building> named(long warehouseId, String code) {
        return find("warehouseId = ?1 and code = ?2", warehouseId, code).firstResult();
    }

    /** All of a warehouse; there are few. */
    public static Uni<List<Building>> of(long warehouseId) {
        return list("warehouseId", warehouseId);
    }

    public static Uni<List<Building>> withIds(Collection<Long> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }

    /** By code. */
    public static Uni<List<Building>> page(long warehouseId, String after, int limit) {
        return Building.<Building>find("warehouseId = ?1 and code > ?2 order by code", warehouseId, after)
                .range(0, limit - 1)
                .list();
    }
}
