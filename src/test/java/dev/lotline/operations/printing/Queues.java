package dev.lotline.operations.printing;

import io.vertx.mutiny.sqlclient.Pool;

/** Queues of nodes that are no application. */
public final class Queues {
    private Queues() {}

    public static PrintQueue over(Pool pool) {
        return new PrintQueue(new QueueSql(pool), requests(pool));
    }

    public static LabelRequests requests(Pool pool) {
        return new LabelRequests(
                new RequestSql(pool), new SubjectSql(), new PlateRoll(java.util.Optional.empty()), new DocumentSql());
    }
}
