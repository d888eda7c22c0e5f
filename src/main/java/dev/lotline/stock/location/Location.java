package dev.lotline.stock.location;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/** A place in a warehouse, or one of the four outside its walls. */
@Entity
public class Location extends PanacheEntityBase {
    /** How a place is charged for. */
    public enum StorageClass {
        BIN,
        SHELF,
        PALLET
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    /** Leads the primary key; every statement names it. */
    @PartitionKey
    @Column(updatable = false)
    public long warehouseId;

    @Column(updatable = false)
    public String code;

    @Column
    @Enumerated(EnumType.STRING)
    public LocationType type;

    public @Nullable Long buildingId;
    public @Nullable String zone;
    public @Nullable String aisle;
    public @Nullable String bay;
    public @Nullable String level;
    public @Nullable String bin;

    @Column
    public boolean pickable = true;

    @Column
    public boolean locked;

    /** Walking order, lowest first. */
    @Column
    public int pickSequence;

    @Column
    @Enumerated(EnumType.STRING)
    public StorageClass storageClass = StorageClass.SHELF;

    /** Cubic feet; null = no limit. */
    public @Nullable BigDecimal capacityVolume;

    public @Nullable String temperatureClass;

    public static Uni<@Nullable Location> named(long warehouseId, String code) {
        return find("warehouseId = ?1 and code = ?2", warehouseId, code).firstResult();
    }

    public static Uni<List<Location>> named(long warehouseId, Collection<String> codes) {
        return codes.isEmpty()
                ? Uni.createFrom().item(List.of())
                : list("warehouseId = ?1 and code in ?2", warehouseId, codes);
    }

    /** By code. What stands for any place of its kind, such as {@code @TOTE}, is none that somebody could go to. */
    public static Uni<List<Location>> page(long warehouseId, Set<LocationType> types, String after, int limit) {
        return Location.<Location>find(
                        "warehouseId = ?1 and type in ?2 and code > ?3 and code not like '@%' order by code",
                        warehouseId, types, after)
                .range(0, limit - 1)
                .list();
    }
}
