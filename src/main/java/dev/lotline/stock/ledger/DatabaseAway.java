package dev.lotline.stock.ledger;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or busy, where the same request may succeed a moment later, from a fault of ours. */
public final class DatabaseAway {
    /** Serialisation failure, deadlock, lock timeout, statement timeout. */
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014");

    /**
     * Not let in, no such database, or a standby, which writes nothing: for a moment another server may answer at the
     * address of one that died.
     */
    private static final Set<String> STRANGERS = Set.of("28000", "28P01", "3D000", "25006");

    private static final int DEEPEST = 10;

    private DatabaseAway() {}

    public static boolean says(Throwable fault) {
        @Nullable Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof PgException answer) {
                return busyOrLeaving(answer.getSqlState());
            }
            if (cause instanceof SQLException answer) {
                // the same by way of Hibernate
                return busyOrLeaving(answer.getSQLState());
            }
            if (cause instanceof JacksonException) {
                // an IOException too, but about JSON: trying again won't help
                return false;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean busyOrLeaving(@Nullable String state) {
        return state != null && (BUSY.contains(state) || leaving(state));
    }

    /** Class 08: connection; 53: out of resources; 57P: shutting down or starting. */
    static boolean leaving(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || STRANGERS.contains(state));
    }
}
