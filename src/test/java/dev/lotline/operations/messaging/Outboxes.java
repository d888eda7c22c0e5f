package dev.lotline.operations.messaging;

import io.vertx.mutiny.sqlclient.Pool;

/** Outboxes of nodes that are no application. */
public final class Outboxes {
    private Outboxes() {}

    public static Outbox over(Pool pool) {
        return new Outbox(new OutboxSql(pool));
    }
}
