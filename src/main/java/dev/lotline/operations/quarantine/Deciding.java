package dev.lotline.operations.quarantine;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends holds, and sends held units out of the house. */
@Singleton
public class Deciding {
    /** @param replayed the command was here before; nothing was moved this time */
    public record Done(boolean replayed, Decided decided) {}

    private final QuarantineSql sql;
    private final HoldReading reading;
    private final Ledger ledger;

    Deciding(QuarantineSql sql, HoldReading reading, Ledger ledger) {
        this.sql = sql;
        this.reading = reading;
        this.ledger = ledger;
    }

    /**
     * A release frees what the hold took and caught and no other hold covers; disposing and returning send units away.
     * Ends with NOT_FOUND, FORBIDDEN (lots may be in warehouses that this credential does not see), VALIDATION_FAILED,
     * UNKNOWN_LOT, UNKNOWN_LOCATION, UNKNOWN_PLATE (the hold names no such plate), ALREADY_RESOLVED, SECOND_PERSON_REQUIRED, NOT_ENOUGH_STOCK.
     */
    public Uni<Done> decide(long id, Disposition asked, Envelope envelope, Scope scope) {
        return sql.heading(id, scope).chain(heading -> {
            if (heading == null) {
                throw Refusal.of(RefusalCode.NOT_FOUND, "hold", id);
            }
            boolean ofLots = heading.getString("scope").equals("LOT");
            if (ofLots && scope.warehouses() != null) {
                throw Refusal.of(RefusalCode.FORBIDDEN, "hold", id);
            }
            HoldRules.shape(asked, heading.getString("scope"));
            String warehouse =
                    asked.warehouse() == null && !ofLots ? heading.getString("warehouse") : asked.warehouse();
            return sql.covered(id, warehouse, asked)
                    .chain(named -> post(id, heading.getLong("warehouse_id"), asked, named, envelope));
        });
    }

    private Uni<Done> post(long id, long books, Disposition asked, Row named, Envelope envelope) {
        JsonObject facts =
                new JsonObject().put("holds", new JsonArray(List.of(id))).put("note", asked.note());
        if (!asked.lotIds().isEmpty()) {
            HoldRules.lots(asked.lotIds(), QuarantineSql.lots(named));
            facts.put("lots", new JsonArray(List.copyOf(asked.lotIds())));
        }
        if (!asked.locations().isEmpty()) {
            facts.put(
                    "places",
                    ids(
                            asked.locations(),
                            QuarantineSql.places(named, "places"),
                            RefusalCode.UNKNOWN_LOCATION,
                            "location"));
        }
        if (!asked.lpns().isEmpty()) {
            facts.put(
                    "plates",
                    ids(asked.lpns(), QuarantineSql.places(named, "plates"), RefusalCode.UNKNOWN_PLATE, "plate"));
        }
        if (asked.quantity() != null) {
            facts.put("quantity", asked.quantity().toPlainString());
        }
        return ledger.command(
                        Posting.of(asked.kind().operation, books, envelope).facts(facts))
                .chain(posted -> {
                    HoldReading.answer(posted).orRefuse();
                    return sql.hold(id)
                            .map(row -> new Done(
                                    posted.replayed(),
                                    reading.decided(id, posted.code(), HoldReading.state(row), posted.facts())));
                });
    }

    private static JsonArray ids(
            List<@Nullable String> codes, List<QuarantineSql.Place> known, RefusalCode otherwise, String name) {
        JsonArray ids = new JsonArray();
        for (String code : codes) {
            ids.add(known.stream()
                    .filter(place -> place.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(otherwise, name, String.valueOf(code)))
                    .id());
        }
        return ids;
    }
}
