package dev.lotline.operations.correction;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a lot to stock that has none, as when an item begins to carry lots. All of it in one transaction; tasks on the
 * units are planned again, now that it is known how long they keep.
 */
@Singleton
public class LotAssigning {
    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, Assigned assigned) {}

    /** What became of the rows, in their order. */
    public record Assigned(String warehouse, List<Row> assigned) {}

    /** @param state SHORT_DATED or QUARANTINED where the lot may not be sold, else as before */
    public record Row(
            String location,
            long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String state,
            BigDecimal quantity) {}

    private final LotAssignmentSql sql;
    private final Ledger ledger;

    LotAssigning(LotAssignmentSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /**
     * Ends with VALIDATION_FAILED, UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION, ITEM_NOT_TRACKED,
     * ITEM_NOT_LOT_TRACKED, LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH, LOT_SUM_MISMATCH (more units than there are, or
     * less than all of a place that takes one lot), LOT_ON_HOLD (a held plate keeps them), LOT_MIX_FORBIDDEN.
     *
     * @param warehouse null = the one where units without lot stand, or stood, in places of these codes
     */
    public Uni<Done> assign(
            String owner,
            String sku,
            @Nullable String warehouse,
            List<LotAssignment> rows,
            Envelope envelope,
            Scope scope) {
        LotAssignmentRules.shape(rows);
        scope.requireOwner(owner);
        if (warehouse != null) {
            scope.requireWarehouse(warehouse);
        }
        return sql.item(owner, sku)
                .onItem()
                .ifNull()
                .failWith(Refusal.of(RefusalCode.UNKNOWN_ITEM, Map.of("owner", owner, "sku", sku)))
                .invoke(item -> LotAssignmentRules.judge(sku, rows, item.facts()))
                .chain(item ->
                        places(item, rows, warehouse, scope).chain(places -> post(item, rows, places, envelope)));
    }

    private Uni<List<LotAssignmentSql.Place>> places(
            LotAssignmentSql.Item item, List<LotAssignment> rows, @Nullable String warehouse, Scope scope) {
        String[] codes = rows.stream().map(LotAssignment::location).distinct().toArray(String[]::new);
        return sql.places(item.id(), codes, warehouse, scope.warehouseCodes())
                .call(found -> found.isEmpty() && warehouse != null
                        ? sql.knows(warehouse).invoke(known -> {
                            if (!known) {
                                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
                            }
                        })
                        : Uni.createFrom().voidItem());
    }

    private Uni<Done> post(
            LotAssignmentSql.Item item,
            List<LotAssignment> rows,
            List<LotAssignmentSql.Place> places,
            Envelope envelope) {
        Map<String, LotAssignmentSql.Place> byCode = new HashMap<>();
        for (LotAssignmentSql.Place place : places) {
            if (byCode.putIfAbsent(place.code(), place) != null
                    || place.warehouseId() != places.get(0).warehouseId()) {
                throw Refusal.invalid("warehouse", "is required: these places stand in more than one");
            }
        }
        JsonArray facts = new JsonArray();
        for (LotAssignment row : rows) {
            LotAssignmentSql.Place place = byCode.get(row.location());
            if (place == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", row.location());
            }
            facts.add(new JsonObject()
                    .put("n", facts.size() + 1)
                    .put("location", place.id())
                    .put("state", row.state())
                    .put("quantity", row.quantity().toPlainString())
                    .put("lotNumber", row.lotNumber())
                    .put("expirationDate", Objects.toString(row.expirationDate(), null)));
        }
        LotAssignmentSql.Place first = places.get(0);
        return ledger.command(Posting.of("ASSIGN_LOTS", first.warehouseId(), envelope)
                        .item(item.ownerId(), item.id(), null)
                        .facts(new JsonObject().put("rows", facts)))
                .map(posted -> new Done(
                        posted.replayed(),
                        new Assigned(
                                first.warehouse(),
                                posted.orRefuse().facts().getJsonArray("assigned").stream()
                                        .map(row -> row((JsonObject) row))
                                        .toList())));
    }

    private static Row row(JsonObject row) {
        String date = row.getString("expirationDate");
        return new Row(
                row.getString("location"),
                row.getLong("lotId"),
                row.getString("lotNumber"),
                date == null ? null : LocalDate.parse(date),
                row.getString("state"),
                Quantity.plain(new BigDecimal(String.valueOf(row.getValue("quantity")))));
    }
}
