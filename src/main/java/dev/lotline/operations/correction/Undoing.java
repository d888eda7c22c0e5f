package dev.lotline.operations.correction;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** UNDO: the mirror of an earlier event of the same device, while nothing depends on it. */
@Singleton
public class Undoing {
    private final UndoSql sql;
    private final Ledger ledger;

    Undoing(UndoSql sql, Ledger ledger) {
        this.sql = sql;
        this.ledger = ledger;
    }

    /** UNDONE, or NOTHING_TO_UNDO (unknown, refused, another device's), UNDO_TOO_LATE, and refusals of its place. */
    public Uni<Posted> undo(long warehouse, Envelope envelope, UUID of) {
        return sql.undone(warehouse, of).chain(found -> {
            Posting posting = Posting.of("UNDO", warehouse, envelope);
            if (found == null) {
                return ledger.refuse(posting, Refusal.of(RefusalCode.NOTHING_TO_UNDO));
            }
            posting.undoOf(of).facts(new JsonObject().put("of", of.toString()).put("operation", found.operation()));
            if (found.itemId() != null && found.ownerId() != null) {
                posting.item(found.ownerId(), found.itemId(), found.lotId());
            }
            return ledger.post(posting);
        });
    }
}
