package dev.lotline.stock.catalog;

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
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product of an owner with its lot policy. SKUs are unique per owner. Quantities are in {@link #unit}. */
@Entity
public class Item extends PanacheEntityBase {
    /** What it is to a manufacturer; tracked items only. */
    public enum Type {
        RAW_MATERIAL,
        WORK_IN_PROGRESS,
        FINISHED_GOOD
    }

    /** INACTIVE refuses new receipts and orders; existing stock stays visible. */
    public enum Status {
        ACTIVE,
        INACTIVE
    }

    /** Which lot goes first: nearest expiration, or first in. */
    public enum BurnOrder {
        FEFO,
        FIFO
    }

    /** What becomes of units that come back. */
    public enum ReturnAction {
        RESTOCK,
        QUARANTINE,
        DISPOSE
    }

    /** What it is best stored in. */
    public enum StorageClass {
        BIN,
        SHELF,
        PALLET
    }

    /** Whether goods get labels when they are counted in: none, one for what is counted together, one for each unit. */
    public enum ReceivingLabels {
        NEVER,
        CASE,
        EACH
    }

    /** Whether a kit may be promised from its components. */
    public enum VirtualInventory {
        NONE,
        OPTIMISTIC
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public @Nullable Long id;

    @Column(updatable = false)
    public long ownerId;

    @Column(updatable = false)
    public String sku;

    @Column
    public String name;

    /** False = no lots and no stock rows, still orderable: services, shrink wrap. */
    @Column
    public boolean tracking;

    @Column
    public boolean lotTracked;

    @Enumerated(EnumType.STRING)
    public @Nullable Type type;

    @Column
    @Enumerated(EnumType.STRING)
    public Status status = Status.ACTIVE;

    @Column
    public boolean visible = true;

    @Column
    public String unit = "EA";

    /** Most decimals of a quantity, 0 to 4. */
    @Column
    public int decimals;

    public @Nullable BigDecimal length;
    public @Nullable BigDecimal width;
    public @Nullable BigDecimal height;

    @Enumerated(EnumType.STRING)
    public @Nullable LengthUnit dimensionUnit;

    /** Of one unit, computed from the dimensions. */
    public @Nullable BigDecimal volumeCubicFeet;

    public @Nullable BigDecimal weight;

    @Column
    @Enumerated(EnumType.STRING)
    public BurnOrder burnOrder = BurnOrder.FEFO;

    /** False = a place holds at most one lot of this item. */
    @Column
    public boolean allowMixingLocations;

    public @Nullable Integer minShelfLifeDays;
    public @Nullable String lotNumberPattern;

    @Column
    @Enumerated(EnumType.STRING)
    public ReturnAction customerReturns = ReturnAction.QUARANTINE;

    @Column
    @Enumerated(EnumType.STRING)
    public ReturnAction returnedToSender = ReturnAction.QUARANTINE;

    /** For returns to sender whose remaining life is too short; never RESTOCK. */
    @Column
    @Enumerated(EnumType.STRING)
    public ReturnAction rtsBackup = ReturnAction.QUARANTINE;

    @Column
    @Enumerated(EnumType.STRING)
    public ReceivingLabels receivingLabels = ReceivingLabels.NEVER;

    public @Nullable BigDecimal lowSupplyThreshold;
    public @Nullable BigDecimal reorderPoint;

    /** The only places it may be put are of this class; null = any. */
    public @Nullable String temperatureClass;

    /** The places it is best put into; null = any. */
    @Enumerated(EnumType.STRING)
    public @Nullable StorageClass storageClass;

    /** Of one unit, in the currency of the house; null = not known. */
    public @Nullable BigDecimal unitValue;

    @Column
    @Enumerated(EnumType.STRING)
    public VirtualInventory virtualInventory = VirtualInventory.NONE;

    /** The id of an item that is stored. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException("item " + sku + " is not stored yet");
        }
        return id;
    }

    public static Uni<@Nullable Item> named(String owner, String sku) {
        return find("from Item i join Owner o on o.id = i.ownerId where o.code = ?1 and i.sku = ?2", owner, sku)
                .firstResult();
    }

    public static Uni<@Nullable Item> named(long ownerId, String sku) {
        return find("ownerId = ?1 and sku = ?2", ownerId, sku).firstResult();
    }

    public static Uni<List<Item>> named(long ownerId, Collection<String> skus) {
        return list("ownerId = ?1 and sku in ?2", ownerId, skus);
    }

    public static Uni<List<Item>> withIds(Collection<Long> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : list("id in ?1", ids);
    }

    /**
     * By SKU.
     *
     * @param search part of the SKU or the name, in letters of any case; empty = all
     */
    public static Uni<List<Item>> page(long ownerId, Set<Status> statuses, String search, String after, int limit) {
        return Item.<Item>find(
                        "ownerId = ?1 and status in ?2 and sku > ?3 and (?4 = '' or locate(?4, lower(sku)) > 0"
                                + " or locate(?4, lower(name)) > 0) order by sku",
                        ownerId,
                        statuses,
                        after,
                        search.toLowerCase(Locale.ROOT))
                .range(0, limit - 1)
                .list();
    }
}
