package dev.lotline.operations.counting;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.goods.GoodsInPlace;
import dev.lotline.stock.goods.GoodsRules;
import dev.lotline.stock.goods.GoodsSql;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** More or fewer units than the books say: posted at once below the threshold, else when a second person agrees. */
@Singleton
public class Adjusting {
    /**
     * @param id null = all
     * @param before the id that the last page ended with; 0 = from the newest
     */
    public record Filter(
            @Nullable Long id,
            @Nullable String owner,
            @Nullable String warehouse,
            @Nullable String status,
            Scope scope,
            long before,
            int rows) {}

    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, Adjustment adjustment) {}

    private final GoodsSql goods;
    private final AdjustmentSql sql;
    private final Ledger ledger;

    Adjusting(GoodsSql goods, AdjustmentSql sql, Ledger ledger) {
        this.goods = goods;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * POSTED or WAITING. Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM, UNKNOWN_LOT (of
     * units that go), UNKNOWN_LOCATION, ITEM_NOT_TRACKED, LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH, PICKED_UNITS,
     * STATE_NEEDS_DOCUMENT, WRONG_LOCATION, LOT_MIX_FORBIDDEN or NOT_ENOUGH_STOCK.
     */
    public Uni<Done> ask(NewAdjustment asked, Envelope envelope, Scope scope) {
        AdjustmentRules.shape(asked);
        scope.requireOwner(asked.owner());
        scope.requireWarehouse(asked.warehouse());
        ScannedGoods named =
                new ScannedGoods(asked.owner(), asked.sku(), null, asked.lotNumber(), asked.expirationDate(), null);
        return sql.warehouse(asked.warehouse()).chain(warehouse -> {
            if (warehouse == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", asked.warehouse());
            }
            return goods.find(warehouse, scope, named, asked.location(), null)
                    .chain(found ->
                            ledger.command(posting(Posting.of("ADJUST", warehouse, envelope), asked, named, found)))
                    .chain(posted -> answer(posted.orRefuse(), asked, envelope, scope));
        });
    }

    private static Posting posting(Posting posting, NewAdjustment asked, ScannedGoods named, GoodsInPlace found) {
        GoodsInPlace.Item item = GoodsRules.item(named, found);
        long place = GoodsRules.place(asked.location(), found);
        AdjustmentRules.amounts(asked, item.decimals());
        BigDecimal amount = asked.delta() == null ? Objects.requireNonNull(asked.counted()) : asked.delta();
        if (amount.signum() < 0) {
            GoodsRules.knownLot(named, found);
        }
        GoodsRules.newLot(named, found);
        return posting.item(item.ownerId(), item.id(), found.lotId())
                .lot(named.lotNumber(), named.expirationDate(), null)
                .to(place)
                .facts(new JsonObject()
                        .put("sku", item.sku())
                        .put("lot", item.lotTracked() ? GoodsRules.lot(named) : null)
                        .put("location", asked.location())
                        .put("state", asked.state())
                        .put("reason", asked.reason())
                        .put(asked.delta() == null ? "counted" : "delta", amount.toPlainString()));
    }

    private Uni<Done> answer(Posted posted, NewAdjustment asked, Envelope envelope, Scope scope) {
        Long id = posted.facts().getLong("adjustment");
        if (id != null) {
            return find(id, scope).map(found -> new Done(posted.replayed(), found));
        }
        Adjustment nothing = new Adjustment(
                null,
                "ADJUST",
                asked.warehouse(),
                asked.location(),
                asked.owner(),
                asked.sku(),
                asked.lotNumber(),
                asked.expirationDate(),
                asked.state(),
                BigDecimal.ZERO,
                asked.reason(),
                "POSTED",
                envelope.actor(),
                null,
                null,
                null,
                null,
                null);
        return Uni.createFrom().item(new Done(posted.replayed(), nothing));
    }

    /**
     * A second person agrees, or does not. Ends with UNKNOWN_DOCUMENT, ALREADY_RESOLVED, SECOND_PERSON_REQUIRED, and
     * what {@link #ask} may end with when the units are no longer there.
     */
    public Uni<Done> decide(long id, boolean agreed, @Nullable String note, Envelope envelope, Scope scope) {
        new FieldCheck().text("note", note, AdjustmentRules.LONGEST_NOTE).done();
        return stored(id, scope)
                .chain(stored -> ledger.command(Posting.of(
                                        agreed ? "APPROVE_ADJUSTMENT" : "REJECT_ADJUSTMENT",
                                        stored.warehouseId(),
                                        envelope)
                                .facts(new JsonObject()
                                        .put("adjustment", id)
                                        .put("sku", stored.adjustment().sku())
                                        .put("location", stored.adjustment().location())
                                        .put("note", note)))
                        .chain(posted -> {
                            posted.orRefuse();
                            return find(id, scope)
                                    .map(found -> new Done(
                                            posted.replayed(),
                                            found.warned(posted.facts().getString("warning"))));
                        }));
    }

    /** Ends with UNKNOWN_DOCUMENT, also for an adjustment outside the scope. */
    public Uni<Adjustment> find(long id, Scope scope) {
        return stored(id, scope).map(AdjustmentSql.Stored::adjustment);
    }

    public Uni<List<Adjustment>> list(Filter filter) {
        return sql.find(filter)
                .map(found ->
                        found.stream().map(AdjustmentSql.Stored::adjustment).toList());
    }

    /** The same within somebody's transaction. */
    public Uni<List<Adjustment>> list(SqlClient db, Filter filter) {
        return sql.find(db, filter)
                .map(found ->
                        found.stream().map(AdjustmentSql.Stored::adjustment).toList());
    }

    private Uni<AdjustmentSql.Stored> stored(long id, Scope scope) {
        return sql.find(new Filter(id, null, null, null, scope, 0, 1)).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", id);
            }
            return found.get(0);
        });
    }

    /** DAMAGED: the units stay in their place, held. Refuses like {@link GoodsRules}, or with NOT_ENOUGH_STOCK. */
    public Uni<Posted> damage(long warehouse, Envelope envelope, Scope scope, Loss loss) {
        return lose("DAMAGE", warehouse, envelope, scope, loss);
    }

    /** DISPOSED: the units leave the house; SECOND_PERSON_AWAITED above the threshold. Refuses like a damage. */
    public Uni<Posted> dispose(long warehouse, Envelope envelope, Scope scope, Loss loss) {
        return lose("DISPOSE", warehouse, envelope, scope, loss);
    }

    private Uni<Posted> lose(String operation, long warehouse, Envelope envelope, Scope scope, Loss loss) {
        return ledger.post(
                Posting.of(operation, warehouse, envelope),
                GoodsSql.lookup(warehouse, scope, loss.goods(), loss.location(), null),
                (posting, found) -> {
                    GoodsInPlace.Item item = GoodsRules.item(loss.goods(), found);
                    GoodsRules.knownLot(loss.goods(), found);
                    BigDecimal units = GoodsRules.units(loss.quantity(), item);
                    return posting.item(item.ownerId(), item.id(), found.lotId())
                            .to(GoodsRules.place(loss.location(), found))
                            .quantity(units)
                            .facts(new JsonObject()
                                    .put("sku", item.sku())
                                    .put("quantity", Quantity.plain(units))
                                    .put("lot", found.lotNumber())
                                    .put("expirationDate", Objects.toString(found.expirationDate(), null))
                                    .put("location", loss.location())
                                    .put("reason", loss.reason()));
                });
    }
}
