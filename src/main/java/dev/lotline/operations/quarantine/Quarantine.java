package dev.lotline.operations.quarantine;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.quarantine.QuarantineSql.Covered;
import dev.lotline.operations.quarantine.QuarantineSql.Place;
import dev.lotline.operations.quarantine.QuarantineSql.Resolved;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places holds: in one transaction the units go into quarantine, claims on them are cut or kept on other lots,
 * and the lots are marked, so that whatever arrives later is held too. Every node tells its handhelds of what has
 * committed; see {@code interrupt}.
 */
@Singleton
public class Quarantine {
    /** @param replayed the command was here before; nothing was held this time */
    public record Held(boolean replayed, Hold hold) {}

    private final QuarantineSql sql;
    private final HoldReading reading;
    private final Ledger ledger;

    Quarantine(QuarantineSql sql, HoldReading reading, Ledger ledger) {
        this.sql = sql;
        this.reading = reading;
        this.ledger = ledger;
    }

    /**
     * Ends with VALIDATION_FAILED naming every wrong field, or with UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE,
     * UNKNOWN_LOT, UNKNOWN_LOCATION, UNKNOWN_PLATE.
     */
    public Uni<Held> hold(NewHold asked, Envelope envelope, Scope scope) {
        return resolved(asked, scope)
                .chain(found -> ledger.command(posting(asked, found, envelope)).chain(posted -> {
                    HoldReading.answer(posted).orRefuse();
                    long id = posted.facts().getJsonObject("hold").getLong("id");
                    return sql.hold(id).map(row -> new Held(posted.replayed(), reading.hold(row, scope)));
                }));
    }

    /** What the hold would answer; nothing is changed. */
    public Uni<Hold> whatIf(NewHold asked, Envelope envelope, Scope scope) {
        return resolved(asked, scope)
                .chain(found -> ledger.whatIf(posting(asked, found, envelope)))
                .map(answer -> reading.whatIf(asked, answer, scope));
    }

    /** A hold that came by a scan; its reply is made from the posting. */
    Uni<Posted> scanned(NewHold asked, Envelope envelope, Scope scope) {
        return resolved(asked, scope).chain(found -> ledger.command(posting(asked, found, envelope)));
    }

    /** Ends with NOT_FOUND. */
    public Uni<Hold> find(long id, Scope scope) {
        return sql.heading(id, scope).chain(row -> {
            if (row == null) {
                throw Refusal.of(RefusalCode.NOT_FOUND, "hold", id);
            }
            return sql.hold(id).map(hold -> reading.hold(hold, scope));
        });
    }

    /**
     * Newest first.
     *
     * @param before the id that the last page ended with; 0 = from the newest
     */
    public Uni<List<Hold.Heading>> list(@Nullable String owner, boolean open, Scope scope, long before, int rows) {
        return told(sql.list(owner, scope, open, before, rows));
    }

    /** The same within somebody's transaction. */
    public Uni<List<Hold.Heading>> list(
            SqlClient db, @Nullable String owner, boolean open, Scope scope, long before, int rows) {
        return told(sql.list(db, owner, scope, open, before, rows));
    }

    private Uni<List<Hold.Heading>> told(Uni<RowSet<Row>> rows) {
        return rows.map(found -> {
            List<Hold.Heading> headings = new ArrayList<>();
            found.forEach(row -> headings.add(reading.heading(row)));
            return headings;
        });
    }

    private Uni<Resolved> resolved(NewHold asked, Scope scope) {
        HoldRules.shape(asked);
        scope.requireOwner(String.valueOf(asked.owner()));
        if (asked.warehouse() != null) {
            scope.requireWarehouse(asked.warehouse());
        }
        return sql.resolve(asked).invoke(found -> HoldRules.known(asked, found));
    }

    private static Posting posting(NewHold asked, Resolved found, Envelope envelope) {
        JsonObject facts = new JsonObject()
                .put("scope", asked.scope())
                .put("reason", asked.reason())
                .put("note", asked.note())
                .put("ownerId", found.ownerId())
                .put("itemId", found.itemId());
        if (!asked.lotNumbers().isEmpty() || !asked.lotIds().isEmpty()) {
            facts.put(
                    "lots", new JsonArray(found.lots().stream().map(Covered::id).toList()));
        }
        if (asked.ofPlaces()) {
            facts.put(
                    "places",
                    new JsonArray(found.places().stream().map(Place::id).toList()));
        }
        if (asked.ofPlates()) {
            facts.put(
                    "plates",
                    new JsonArray(found.plates().stream().map(Place::id).toList()));
        }
        long books = Objects.requireNonNullElse(found.warehouseId(), found.booksId());
        return Posting.of("HOLD", books, envelope).facts(facts);
    }
}
