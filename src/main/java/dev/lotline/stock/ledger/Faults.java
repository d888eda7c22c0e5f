package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.vertx.pgclient.PgException;

/** What a call to the database that failed means to those who waited for it. */
final class Faults {
    private Faults() {}

    /** What the caller is told: UNAVAILABLE when the scan may be sent again, else the fault itself. */
    static Throwable told(Throwable fault) {
        return DatabaseAway.says(fault) ? Refusal.of(RefusalCode.UNAVAILABLE) : fault;
    }

    /** True when trying the scans apart may let the sound ones through; an absent database refuses them all. */
    static boolean mayBeOneScan(Throwable fault) {
        return fault instanceof PgException answer && !DatabaseAway.leaving(answer.getSqlState());
    }
}
