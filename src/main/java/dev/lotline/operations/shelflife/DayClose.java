package dev.lotline.operations.shelflife;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.DatabaseAway;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Closes the day of a warehouse: what the new day made too old leaves AVAILABLE and takes its claims along; tasks and
 * promises that their line may no longer have are planned again. In many small transactions, each of which finds its own
 * work: killed or run twice, by one node or several, the books are the same.
 */
@Singleton
public class DayClose {
    /** @param replayed the command was here before; nothing was looked at this time */
    public record Done(boolean replayed, ClosedDay day) {}

    private static final int PATIENCE = 3;

    private final DayCloseSql sql;
    private final Ledger ledger;

    DayClose(DayCloseSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, or UNAVAILABLE: then it may simply be called again. */
    public Uni<Done> close(@Nullable String warehouse, Envelope envelope, Scope scope) {
        new FieldCheck().code("warehouse", warehouse).done();
        String code = String.valueOf(warehouse);
        scope.requireWarehouse(code);
        return sql.warehouse(code)
                .onItem()
                .ifNull()
                .failWith(Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code))
                .chain(id -> close(id, code, envelope));
    }

    Uni<Done> close(long warehouseId, String code, Envelope envelope) {
        Tally tally = new Tally();
        return sql.known(envelope.id())
                .chain(known -> known ? Uni.createFrom().voidItem() : parts(warehouseId, envelope.actor(), tally))
                .chain(() -> ledger.command(
                        Posting.of("DAY_CLOSE", warehouseId, envelope).facts(tally.facts())))
                .map(posted -> {
                    JsonObject facts = posted.orRefuse().facts();
                    return new Done(
                            posted.replayed(),
                            new ClosedDay(
                                    code,
                                    LocalDate.parse(facts.getString("businessDate")),
                                    facts.getLong("rows"),
                                    Quantity.plain(new BigDecimal(String.valueOf(facts.getValue("units")))),
                                    facts.getLong("tasksStopped")));
                });
    }

    private Uni<Void> parts(long warehouseId, String actor, Tally tally) {
        return Multi.createFrom()
                .items(DayCloseSql.Part.values())
                .onItem()
                .transformToUniAndConcatenate(part -> part(warehouseId, actor, part, tally))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One part, from item to item, until nothing of it is left. */
    private Uni<DayCloseSql.Step> part(long warehouseId, String actor, DayCloseSql.Part part, Tally tally) {
        Cursor cursor = new Cursor();
        return Multi.createBy()
                .repeating()
                .uni(() -> sql.step(warehouseId, part, cursor.from, actor)
                        .onFailure(DatabaseAway::says)
                        .retry()
                        .atMost(PATIENCE)
                        .invoke(step -> {
                            tally.add(step);
                            cursor.from = step.nextItem() == null ? cursor.from : step.nextItem();
                        }))
                .whilst(step -> step.nextItem() != null)
                .collect()
                .last();
    }

    private static final class Cursor {
        private long from;
    }

    private static final class Tally {
        private long rows;
        private BigDecimal units = BigDecimal.ZERO;
        private long tasks;

        void add(DayCloseSql.Step step) {
            rows += step.rows();
            units = units.add(step.units());
            tasks += step.tasks();
        }

        JsonObject facts() {
            return new JsonObject()
                    .put("rows", rows)
                    .put("units", units.toPlainString())
                    .put("tasksStopped", tasks);
        }
    }
}
