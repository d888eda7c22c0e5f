package dev.lotline.operations.counting;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
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
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Blind counts: planned, counted on the floor, posted at once when they are close, else by a second person. */
@Singleton
public class Counting {
    /**
     * @param id null = all
     * @param before the id that the last page ended with; 0 = from the newest
     */
    public record Filter(
            @Nullable Long id, @Nullable String warehouse, boolean open, Scope scope, long before, int rows) {}

    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, CountPlan plan) {}

    private final AdjustmentSql adjustments;
    private final CountSql sql;
    private final Ledger ledger;

    Counting(AdjustmentSql adjustments, CountSql sql, Ledger ledger) {
        this.adjustments = adjustments;
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE or UNKNOWN_OWNER. A plan may turn out to have no lines. */
    public Uni<Done> plan(NewCount asked, Envelope envelope, Actor actor) {
        CountRules.shape(asked);
        Scope scope = actor.scope();
        scope.requireWarehouse(asked.warehouse());
        if (asked.owner() != null) {
            scope.requireOwner(asked.owner());
        }
        JsonObject facts = new JsonObject()
                .put("basis", asked.basis())
                .put("owner", asked.owner())
                .put("owners", owners(scope))
                .put("sku", asked.sku())
                .put("zone", asked.zone())
                .put("class", asked.abc())
                .put("locations", asked.locations().isEmpty() ? null : new JsonArray(List.copyOf(asked.locations())))
                .put("size", asked.size())
                .put("seed", asked.seed())
                .put("note", asked.note());
        return adjustments.warehouse(asked.warehouse()).chain(warehouse -> {
            if (warehouse == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", asked.warehouse());
            }
            return ledger.command(Posting.of("PLAN_COUNT", warehouse, envelope).facts(facts))
                    .chain(posted -> done(posted.orRefuse(), actor));
        });
    }

    /** A second person agrees to what waits. Ends with UNKNOWN_DOCUMENT, SECOND_PERSON_REQUIRED, NOTHING_TO_POST. */
    public Uni<Done> post(long id, @Nullable String note, Envelope envelope, Actor actor) {
        new FieldCheck().text("note", note, AdjustmentRules.LONGEST_NOTE).done();
        return heading(id, actor.scope())
                .chain(heading -> ledger.command(Posting.of("POST_COUNT", heading.warehouseId(), envelope)
                        .facts(new JsonObject()
                                .put("count", id)
                                .put("owners", owners(actor.scope()))
                                .put("note", note))))
                .chain(posted -> done(posted.orRefuse(), actor));
    }

    /** Ends with UNKNOWN_DOCUMENT. What the books say is told to those who may agree, once a line was counted. */
    public Uni<CountPlan> find(long id, Actor actor) {
        return heading(id, actor.scope())
                .chain(heading -> sql.lines(heading, actor.scope(), actor.may(Capability.ADJUST_APPROVE))
                        .map(lines -> {
                            CountPlan plan = heading.plan();
                            return new CountPlan(
                                    plan.id(),
                                    plan.warehouse(),
                                    plan.basis(),
                                    plan.note(),
                                    plan.askedBy(),
                                    plan.askedAt(),
                                    plan.state(),
                                    plan.closedAt(),
                                    null,
                                    lines);
                        }));
    }

    /** Newest first, without lines. */
    public Uni<List<CountPlan>> list(Filter filter) {
        return sql.plans(filter)
                .map(found -> found.stream().map(CountSql.Heading::plan).toList());
    }

    /** The same within somebody's transaction. */
    public Uni<List<CountPlan>> list(SqlClient db, Filter filter) {
        return sql.plans(db, filter)
                .map(found -> found.stream().map(CountSql.Heading::plan).toList());
    }

    /**
     * COUNTED; COUNT_AGAIN or SECOND_PERSON_AWAITED (WARN) when the difference is above the threshold; COUNT_EACH (WARN)
     * when a place was called empty that should not be. Refuses like {@link GoodsRules}, with WRONG_LOCATION or with
     * LOT_MIX_FORBIDDEN.
     */
    public Uni<Posted> count(long warehouse, Envelope envelope, Scope scope, Tally tally) {
        return ledger.post(
                Posting.of("COUNT", warehouse, envelope),
                GoodsSql.lookup(warehouse, scope, tally.goods(), tally.location(), null),
                (posting, found) -> {
                    long place = GoodsRules.place(tally.location(), found);
                    JsonObject facts = new JsonObject()
                            .put("location", tally.location())
                            .put("quantity", Quantity.plain(tally.counted()))
                            .put("position", tally.position());
                    if (!tally.emptyPlace()) {
                        goods(posting, tally, found, facts);
                    }
                    return posting.to(place).quantity(tally.counted()).facts(facts);
                });
    }

    private static void goods(Posting posting, Tally tally, GoodsInPlace found, JsonObject facts) {
        GoodsInPlace.Item item = GoodsRules.item(tally.goods(), found);
        String problem = AdjustmentRules.counted(tally.counted(), item.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("counted", problem);
        }
        if (tally.counted().signum() == 0) {
            GoodsRules.knownLot(tally.goods(), found);
        }
        GoodsRules.newLot(tally.goods(), found);
        posting.item(item.ownerId(), item.id(), found.lotId())
                .lot(
                        tally.goods().lotNumber(),
                        tally.goods().expirationDate(),
                        tally.goods().originationDate());
        facts.put("sku", item.sku())
                .put("lot", item.lotTracked() ? GoodsRules.lot(tally.goods()) : null)
                .put("expirationDate", Objects.toString(tally.goods().expirationDate(), null));
    }

    private Uni<Done> done(Posted posted, Actor actor) {
        return find(posted.facts().getLong("count"), actor)
                .map(plan ->
                        new Done(posted.replayed(), plan.warned(posted.facts().getString("warning"))));
    }

    private Uni<CountSql.Heading> heading(long id, Scope scope) {
        return sql.plans(new Filter(id, null, false, scope, 0, 1)).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", id);
            }
            return found.get(0);
        });
    }

    private static @Nullable JsonArray owners(Scope scope) {
        @Nullable String[] owners = scope.ownerCodes();
        return owners == null ? null : new JsonArray(List.of(owners));
    }
}
