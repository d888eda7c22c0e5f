package dev.lotline.operations.quarantine;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HOLD and UNHOLD from the floor: a lot or a place, by what is scanned. */
@Singleton
public class HoldingByScan {
    private final ScannedHoldSql sql;
    private final Quarantine quarantine;
    private final Ledger ledger;

    HoldingByScan(ScannedHoldSql sql, Quarantine quarantine, Ledger ledger) {
        this.sql = sql;
        this.quarantine = quarantine;
        this.ledger = ledger;
    }

    /** HELD, or FORBIDDEN, UNKNOWN_LOT, AMBIGUOUS_BARCODE, UNKNOWN_LOCATION, NOT_ENOUGH_STOCK (nothing stands there). */
    public Uni<Posted> hold(Envelope envelope, Actor actor, ScannedHold scan) {
        require(actor, scan.location() == null ? Capability.HOLD_LOT : Capability.HOLD_PLACE);
        return scan.location() == null
                ? lot(actor, scan)
                        .chain(lot -> quarantine
                                .scanned(
                                        new NewHold(
                                                lot.getString("owner"),
                                                null,
                                                List.of(),
                                                List.of(lot.getArrayOfLongs("lots")),
                                                null,
                                                List.of(),
                                                scan.kind(),
                                                scan.note()),
                                        envelope,
                                        actor.scope())
                                .map(posted -> held(posted, envelope, named(lot))))
                : place(actor, scan)
                        .chain(place -> quarantine
                                .scanned(
                                        new NewHold(
                                                owner(place),
                                                scan.goods().sku(),
                                                List.of(),
                                                List.of(),
                                                scan.warehouse(),
                                                List.of(scan.location()),
                                                scan.kind(),
                                                scan.note()),
                                        envelope,
                                        actor.scope())
                                .map(posted ->
                                        held(posted, envelope, new JsonObject().put("location", scan.location()))));
    }

    /** RELEASED_FROM_HOLD, or FORBIDDEN, SECOND_PERSON_REQUIRED, NOT_FOUND when nothing holds it, and those of a hold. */
    public Uni<Posted> unhold(long warehouse, Envelope envelope, Actor actor, ScannedHold scan) {
        boolean ofLot = scan.location() == null;
        require(actor, ofLot ? Capability.RELEASE_LOT : Capability.RELEASE_PLACE);
        if (ofLot && actor.scope().warehouses() != null) {
            throw Refusal.of(RefusalCode.FORBIDDEN);
        }
        Uni<Row> found = ofLot
                ? lot(actor, scan)
                : sql.place(scan.warehouse(), scan.location(), scan.goods().owner(), actor.scope())
                        .map(rows -> known(rows, scan));
        return found.chain(row -> {
            Long[] holds = row.getArrayOfLongs("holds");
            if (holds == null || holds.length == 0) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            JsonObject facts = ofLot ? named(row) : new JsonObject().put("location", scan.location());
            facts.put("holds", new JsonArray(List.of(holds))).put("note", scan.reason());
            facts.put(
                    ofLot ? "lots" : "places",
                    new JsonArray(ofLot ? List.of(row.getArrayOfLongs("lots")) : List.of(row.getLong("id"))));
            return ledger.command(Posting.of("UNHOLD", warehouse, envelope).facts(facts))
                    .map(posted -> released(posted, envelope));
        });
    }

    private Uni<Row> lot(Actor actor, ScannedHold scan) {
        String name = Objects.requireNonNullElse(
                scan.goods().lotNumber(), scan.goods().name());
        return sql.lots(scan, actor.scope()).map(rows -> {
            if (rows.isEmpty()) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", name);
            }
            if (rows.size() > 1) {
                throw Refusal.of(RefusalCode.AMBIGUOUS_BARCODE, "barcode", name);
            }
            return rows.get(0);
        });
    }

    private Uni<Row> place(Actor actor, ScannedHold scan) {
        return sql.place(scan.warehouse(), scan.location(), scan.goods().owner(), actor.scope())
                .map(rows -> {
                    Row first = known(rows, scan);
                    if (rows.size() > 1) {
                        throw Refusal.invalid("owner", "is required: goods of several owners stand there");
                    }
                    if (first.getString("owner") == null) {
                        throw Refusal.of(RefusalCode.NOT_ENOUGH_STOCK, "available", 0);
                    }
                    return first;
                });
    }

    private static Row known(List<Row> rows, ScannedHold scan) {
        if (rows.isEmpty()) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", String.valueOf(scan.location()));
        }
        return rows.get(0);
    }

    private static @Nullable String owner(Row place) {
        return place.getString("owner");
    }

    private static JsonObject named(Row lot) {
        return new JsonObject().put("sku", lot.getString("sku")).put("lot", lot.getString("lot_number"));
    }

    private static void require(Actor actor, Capability needed) {
        if (!actor.may(needed)) {
            throw Refusal.of(RefusalCode.FORBIDDEN, "needs", needed.name());
        }
    }

    /** The short form for a small screen. */
    private static Posted held(Posted posted, Envelope envelope, JsonObject what) {
        JsonObject answer = posted.facts().getJsonObject("hold");
        if (answer == null) {
            return HoldReading.answer(posted);
        }
        what.put("hold", answer.getValue("id"))
                .put("units", answer.getValue("heldUnits"))
                .put("tasksStopped", answer.getValue("stoppedTasks"))
                .put("shortUnits", answer.getValue("shortUnits"));
        return new Posted(posted.verdict(), posted.code(), envelope.language(), what, posted.replayed());
    }

    private static Posted released(Posted posted, Envelope envelope) {
        JsonObject facts = HoldReading.answer(posted).facts();
        JsonObject done = (JsonObject) facts.remove("done");
        if (done != null) {
            facts.put("units", done.getValue("quantity"));
        }
        facts.remove("kept");
        return new Posted(posted.verdict(), posted.code(), envelope.language(), facts, posted.replayed());
    }
}
