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

/** HOLD and UNHOLD from the floor: a lot, a place or a license plate, by what is scanned. */
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

    /**
     * HELD, or FORBIDDEN, UNKNOWN_LOT, AMBIGUOUS_BARCODE, UNKNOWN_LOCATION, UNKNOWN_PLATE, NOT_ENOUGH_STOCK (nothing
     * stands there).
     */
    public Uni<Posted> hold(Envelope envelope, Actor actor, ScannedHold scan) {
        require(actor, scan.ofLot() ? Capability.HOLD_LOT : Capability.HOLD_PLACE);
        return found(actor, scan).chain(row -> {
            if (!scan.ofLot()) {
                oneOwner(row);
            }
            NewHold hold = new NewHold(
                    row.get(0).getString("owner"),
                    scan.location() == null ? null : scan.goods().sku(),
                    List.of(),
                    scan.ofLot() ? List.of(row.get(0).getArrayOfLongs("lots")) : List.of(),
                    scan.ofLot() ? null : scan.warehouse(),
                    scan.location() == null ? List.of() : List.of(scan.location()),
                    scan.lpn() == null ? List.of() : List.of(scan.lpn()),
                    scan.kind(),
                    scan.note());
            return quarantine
                    .scanned(hold, envelope, actor.scope())
                    .map(posted -> held(posted, envelope, named(scan, row.get(0))));
        });
    }

    /** RELEASED_FROM_HOLD, or FORBIDDEN, SECOND_PERSON_REQUIRED, NOT_FOUND when nothing holds it, and those of a hold. */
    public Uni<Posted> unhold(long warehouse, Envelope envelope, Actor actor, ScannedHold scan) {
        require(actor, scan.ofLot() ? Capability.RELEASE_LOT : Capability.RELEASE_PLACE);
        if (scan.ofLot() && actor.scope().warehouses() != null) {
            throw Refusal.of(RefusalCode.FORBIDDEN);
        }
        return found(actor, scan).chain(rows -> {
            Row row = rows.get(0);
            Long[] holds = row.getArrayOfLongs("holds");
            if (holds == null || holds.length == 0) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            JsonObject facts = named(scan, row);
            facts.put("holds", new JsonArray(List.of(holds))).put("note", scan.reason());
            if (scan.ofLot()) {
                facts.put("lots", new JsonArray(List.of(row.getArrayOfLongs("lots"))));
            } else if (scan.location() != null) {
                facts.put("places", new JsonArray(List.of(row.getLong("id"))));
            } else {
                facts.put("plates", new JsonArray(List.of(row.getLong("id"))));
            }
            return ledger.command(Posting.of("UNHOLD", warehouse, envelope).facts(facts))
                    .map(posted -> released(posted, envelope));
        });
    }

    /** One row of a lot; of a place or plate one for each owner of what stands there, and at least one. */
    private Uni<List<Row>> found(Actor actor, ScannedHold scan) {
        if (scan.ofLot()) {
            return lot(actor, scan).map(List::of);
        }
        String owner = scan.goods().owner();
        return scan.location() != null
                ? sql.place(scan.warehouse(), scan.location(), owner, actor.scope())
                        .map(rows -> known(rows, RefusalCode.UNKNOWN_LOCATION, "location", scan.location()))
                : sql.plate(scan.warehouse(), scan.lpn(), owner, actor.scope())
                        .map(rows -> known(rows, RefusalCode.UNKNOWN_PLATE, "plate", scan.lpn()));
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

    private static void oneOwner(List<Row> rows) {
        if (rows.size() > 1) {
            throw Refusal.invalid("owner", "is required: goods of several owners stand there");
        }
        if (rows.get(0).getString("owner") == null) {
            throw Refusal.of(RefusalCode.NOT_ENOUGH_STOCK, "available", 0);
        }
    }

    private static List<Row> known(List<Row> rows, RefusalCode otherwise, String name, @Nullable String code) {
        if (rows.isEmpty()) {
            throw Refusal.of(otherwise, name, String.valueOf(code));
        }
        return rows;
    }

    private static JsonObject named(ScannedHold scan, Row row) {
        if (scan.location() != null) {
            return new JsonObject().put("location", scan.location());
        }
        return scan.lpn() != null
                ? new JsonObject().put("plate", scan.lpn())
                : new JsonObject().put("sku", row.getString("sku")).put("lot", row.getString("lot_number"));
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
