package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** Tells a database that is away or busy from a fault of our own. */
final class Faults {
    /** Serialisation failure, deadlock, lock timeout, statement timeout: the same call may succeed a moment later. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014");

    private static final String SHUTDOWN_CLASS = "57P";
    private static final String CONNECTION_CLASS = "08";
    private static final String RESOURCES_CLASS = "53";

    private Faults() {}

    /** What the caller is told: UNAVAILABLE when the scan may be sent again, else the fault itself. */
    static Throwable told(Throwable fault) {
        return away(fault) || busy(fault) ? Refusal.of(RefusalCode.UNAVAILABLE) : fault;
    }

    /** True when trying the scans apart may let the sound ones through; an absent database refuses them all. */
    static boolean mayBeOneScan(Throwable fault) {
        return fault instanceof PgException && !away(fault);
    }

    private static boolean busy(Throwable fault) {
        return fault instanceof PgException pg && BUSY.contains(pg.getSqlState());
    }

    private static boolean away(Throwable fault) {
        if (fault instanceof PgException pg) {
            String state = pg.getSqlState() == null ? "" : pg.getSqlState();
            return state.startsWith(SHUTDOWN_CLASS)
                    || state.startsWith(CONNECTION_CLASS)
                    || state.startsWith(RESOURCES_CLASS);
        }
        // anything that is not an answer of the server is a lost or refused connection
        return !(fault instanceof RuntimeException) || fault instanceof io.vertx.core.VertxException;
    }
}
