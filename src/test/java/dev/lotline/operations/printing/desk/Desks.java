package dev.lotline.operations.printing.desk;

import dev.lotline.operations.printing.Queues;
import io.vertx.mutiny.sqlclient.Pool;

/** The desk without an application around it. */
public final class Desks {
    private Desks() {}

    public static PrintDesk over(Pool pool) {
        return new PrintDesk(new DeskSql(pool), Queues.requests(pool));
    }
}
