package dev.lotline.operations.returns;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.returns.NewReturn.Line;
import dev.lotline.stock.goods.GoodsInPlace;
import dev.lotline.stock.goods.GoodsRules;
import dev.lotline.stock.goods.GoodsSql;
import dev.lotline.stock.goods.GoodsSql.OrderName;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import dev.lotline.stock.ledger.Verdict;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes goods back: restocked, held or thrown away, as hold, shelf life and the item's policy decide. */
@Singleton
public class Returning {
    /** @param created false when this very return was stored before */
    public record Taken(boolean created, ReturnOrder order) {}

    /** @param before the number that the last page ended with; 0 = from the newest */
    public record Filter(@Nullable String owner, @Nullable String warehouse, Scope scope, long before, int rows) {}

    /** @param number what the next page starts behind */
    public record Listed(long number, ReturnOrder order) {}

    private final GoodsSql goods;
    private final ReturnSql sql;
    private final Ledger ledger;

    Returning(GoodsSql goods, ReturnSql sql, Ledger ledger) {
        this.goods = goods;
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Stores a return under its reference and books the lines that say where their goods are, all or none of it. Ends
     * with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, REFERENCE_REUSED, UNKNOWN_DOCUMENT (its order),
     * RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, MORE_THAN_SHIPPED, WRONG_LOCATION, LOCATION_LOCKED, LOT_MIX_FORBIDDEN,
     * CAPACITY_EXCEEDED or a refusal of {@link GoodsRules}.
     *
     * @param hash of the body, hexadecimal
     */
    public Uni<Taken> take(NewReturn asked, String hash, Envelope envelope, Actor actor) {
        ReturnRules.shape(asked);
        Scope scope = actor.scope();
        scope.requireOwner(asked.owner());
        scope.requireWarehouse(asked.warehouse());
        return sql.context(asked).chain(context -> {
            if (context.hash() != null && !context.hash().equals(hash)) {
                throw Refusal.of(RefusalCode.REFERENCE_REUSED, "reference", asked.reference());
            }
            if (context.hash() != null) {
                return find(asked.owner(), asked.reference(), scope).map(order -> new Taken(false, order));
            }
            long owner = known(context.ownerId(), RefusalCode.UNKNOWN_OWNER, "owner", asked.owner());
            long warehouse =
                    known(context.warehouseId(), RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", asked.warehouse());
            return lines(asked, warehouse, scope)
                    .chain(lines -> ledger.command(Posting.of("TAKE_RETURN", warehouse, envelope)
                            .facts(lines.put("ownerId", owner)
                                    .put("reference", asked.reference())
                                    .put("kind", asked.kind())
                                    .put("hash", hash))))
                    .map(Returning::told)
                    .chain(posted -> find(asked.owner(), asked.reference(), scope)
                            .map(order ->
                                    new Taken(Boolean.TRUE.equals(posted.facts().getBoolean("created")), order)));
        });
    }

    private static long known(@Nullable Long id, RefusalCode code, String field, String value) {
        if (id == null) {
            throw Refusal.of(code, Map.of("field", field, field, value));
        }
        return id;
    }

    private Uni<JsonObject> lines(NewReturn asked, long warehouse, Scope scope) {
        OrderName order = asked.order() == null ? null : new OrderName(asked.owner(), asked.order());
        JsonObject facts = new JsonObject().put("lines", new JsonArray());
        return Multi.createFrom()
                .iterable(asked.lines())
                .onItem()
                .transformToUniAndConcatenate(line -> {
                    ScannedGoods named = new ScannedGoods(
                            asked.owner(), line.sku(), null, line.lotNumber(), line.expirationDate(), null);
                    return goods.find(warehouse, scope, named, line.location(), order)
                            .invoke(found -> add(facts, asked, line, named, found));
                })
                .collect()
                .last()
                .replaceWith(facts);
    }

    private static void add(JsonObject facts, NewReturn asked, Line line, ScannedGoods named, GoodsInPlace found) {
        GoodsInPlace.Item item = ReturnRules.judge(asked, line, named, found);
        JsonArray lines = facts.put("orderId", found.orderId()).getJsonArray("lines");
        lines.add(new JsonObject()
                .put("line", lines.size() + 1)
                .put("item", item.id())
                .put("lot", found.lotId())
                .put("lotNumber", line.lotNumber())
                .put("expirationDate", Objects.toString(line.expirationDate(), null))
                .put("quantity", line.quantity().toPlainString())
                .put("place", line.location() == null ? null : GoodsRules.place(line.location(), found))
                .put("action", line.action()));
    }

    /** Of a refusal only what helps; the document itself is among the facts. */
    private static Posted told(Posted posted) {
        if (posted.verdict() != Verdict.REFUSED) {
            return posted;
        }
        Map<String, Object> helpful = new LinkedHashMap<>();
        for (String name : List.of("sku", "available", "location", "otherLot", "type", "reference")) {
            if (posted.facts().getValue(name) != null) {
                helpful.put(name, posted.facts().getValue(name));
            }
        }
        throw Refusal.of(RefusalCode.valueOf(posted.code()), helpful);
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    public Uni<ReturnOrder> find(String owner, String reference, Scope scope) {
        return sql.find(new Filter(owner, null, scope, 0, 1), reference).map(found -> {
            if (found.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", reference);
            }
            return found.get(0).order();
        });
    }

    public Uni<List<Listed>> list(Filter filter) {
        return sql.find(filter, null)
                .map(found -> found.stream()
                        .map(stored -> new Listed(stored.id(), stored.order()))
                        .toList());
    }

    /**
     * RETURNED with the action that was decided, RETURN_UNANNOUNCED (WARN) when the document had not announced it.
     * Refuses like {@link #take}.
     */
    public Uni<Posted> scan(long warehouse, String warehouseCode, Envelope envelope, Scope scope, Comeback comeback) {
        return document(comeback, warehouseCode, scope).chain(document -> {
            OrderName order = comeback.order() == null
                    ? null
                    : new OrderName(comeback.order().owner(), comeback.order().reference());
            return ledger.post(
                    Posting.of("RETURN", warehouse, envelope),
                    GoodsSql.lookup(warehouse, scope, comeback.goods(), comeback.location(), order),
                    (posting, found) -> book(posting, comeback, document, found));
        });
    }

    private static Posting book(
            Posting posting, Comeback comeback, ReturnSql.@Nullable Stored document, GoodsInPlace found) {
        if (comeback.order() != null && found.orderId() == null) {
            throw Refusal.of(
                    RefusalCode.UNKNOWN_DOCUMENT,
                    "reference",
                    "" + comeback.order().reference());
        }
        GoodsInPlace.Item item = GoodsRules.item(comeback.goods(), found);
        long place = GoodsRules.place(comeback.location(), found);
        GoodsRules.newLot(comeback.goods(), found);
        BigDecimal units = GoodsRules.units(comeback.quantity(), item);
        if (found.orderId() != null) {
            posting.order(found.orderId());
        }
        return posting.item(item.ownerId(), item.id(), found.lotId())
                .lot(
                        comeback.goods().lotNumber(),
                        comeback.goods().expirationDate(),
                        comeback.goods().originationDate())
                .to(place)
                .quantity(units)
                .facts(new JsonObject()
                        .put(
                                "kind",
                                document == null
                                        ? comeback.kind()
                                        : document.order().kind())
                        .put("returnOrder", document == null ? null : document.id())
                        .put("sku", item.sku())
                        .put("quantity", Quantity.plain(units))
                        .put("lot", item.lotTracked() ? GoodsRules.lot(comeback.goods()) : null)
                        .put("location", comeback.location()));
    }

    private Uni<ReturnSql.@Nullable Stored> document(Comeback comeback, String warehouse, Scope scope) {
        Comeback.Name name = comeback.document();
        if (name == null) {
            return Uni.createFrom().nullItem();
        }
        return sql.find(new Filter(name.owner(), warehouse, scope, 0, 1), name.reference())
                .map(found -> {
                    if (found.isEmpty()) {
                        throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", "" + name.reference());
                    }
                    return found.get(0);
                });
    }
}
