package dev.lotline.edge.console.counting;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.correction.Undoing;
import dev.lotline.stock.ledger.Envelope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Takes back what somebody did from a page, while nothing depends on it. */
@Singleton
class Takeback {
    private final WarehouseSql warehouses;
    private final Undoing undoing;

    Takeback(WarehouseSql warehouses, Undoing undoing) {
        this.warehouses = warehouses;
        this.undoing = undoing;
    }

    /** Ends with UNKNOWN_WAREHOUSE, VALIDATION_FAILED, NOTHING_TO_UNDO or UNDO_TOO_LATE. */
    Uni<Void> undo(String warehouse, String event, Envelope envelope, Scope scope) {
        scope.requireWarehouse(warehouse);
        UUID of = id(event);
        return warehouses.id(warehouse).chain(id -> {
            if (id == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            return undoing.undo(id, envelope, of)
                    .invoke(posted -> posted.orRefuse())
                    .replaceWithVoid();
        });
    }

    private static UUID id(String event) {
        try {
            return UUID.fromString(event);
        } catch (IllegalArgumentException notOne) {
            throw Refusal.invalid("event", "must be the id of what was done");
        }
    }
}
