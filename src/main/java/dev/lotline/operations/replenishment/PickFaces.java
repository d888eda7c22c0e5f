package dev.lotline.operations.replenishment;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.replenishment.PickFaceSql.Spot;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Least and most of pick faces, and the round that fills them up. */
@Singleton
public class PickFaces {
    /** @param tasks that were made; {@code replayed} = by an earlier call with the same key */
    public record Planned(int tasks, boolean replayed) {}

    private final PickFaceSql sql;
    private final Ledger ledger;

    PickFaces(PickFaceSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Sets what a pick face should hold. Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, UNKNOWN_OWNER,
     * UNKNOWN_LOCATION, WRONG_LOCATION (nothing is picked there), UNKNOWN_ITEM, ITEM_NOT_TRACKED.
     */
    public Uni<PickFace> set(
            String warehouse,
            String location,
            String owner,
            String sku,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            Scope scope) {
        new FieldCheck()
                .units("minimum", minimum, Quantity.MAX_DECIMALS)
                .units("maximum", maximum, Quantity.MAX_DECIMALS)
                .that(
                        minimum == null || maximum == null || minimum.compareTo(maximum) <= 0,
                        "maximum",
                        "must not be below the minimum")
                .done();
        BigDecimal least = Objects.requireNonNull(minimum);
        BigDecimal most = Objects.requireNonNull(maximum);
        return spot(warehouse, location, owner, sku, scope).chain(spot -> {
            if (!List.of("PICK_FACE", "STORAGE").contains(spot.type())) {
                throw Refusal.of(RefusalCode.WRONG_LOCATION, "location", location);
            }
            new FieldCheck()
                    .units("minimum", least, spot.decimals())
                    .units("maximum", most, spot.decimals())
                    .done();
            return sql.set(spot, least, most).chain(() -> sql.find(spot));
        });
    }

    /** The place is no pick face of the item any more; its open tasks stay. Ends as {@link #set}. */
    public Uni<Void> remove(String warehouse, String location, String owner, String sku, Scope scope) {
        return spot(warehouse, location, owner, sku, scope).chain(sql::remove);
    }

    /** By location, then SKU. Ends with UNKNOWN_WAREHOUSE. */
    public Uni<List<PickFace>> list(String warehouse, Scope scope, String after, int rows) {
        scope.requireWarehouse(warehouse);
        return sql.warehouse(warehouse)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse))
                .chain(id -> sql.list(Objects.requireNonNull(id), scope.ownerCodes(), after, rows));
    }

    /** Looks at every pick face of a warehouse and makes the tasks that are missing. Ends with UNKNOWN_WAREHOUSE. */
    public Uni<Planned> plan(String warehouse, Envelope envelope, Scope scope) {
        scope.requireWarehouse(warehouse);
        return sql.warehouse(warehouse)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse))
                .chain(id -> ledger.command(Posting.of("PLAN_REPLENISHMENT", Objects.requireNonNull(id), envelope)))
                .map(posted -> new Planned(posted.orRefuse().facts().getInteger("tasks"), posted.replayed()));
    }

    private Uni<Spot> spot(String warehouse, String location, String owner, String sku, Scope scope) {
        scope.requireWarehouse(warehouse);
        scope.requireOwner(owner);
        return sql.spot(warehouse, location, owner, sku).map(spot -> {
            if (spot.warehouseId() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            if (spot.locationId() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", location);
            }
            if (spot.itemId() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_ITEM, Map.of("owner", owner, "sku", sku));
            }
            if (!spot.tracking()) {
                throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", sku);
            }
            return spot;
        });
    }
}
