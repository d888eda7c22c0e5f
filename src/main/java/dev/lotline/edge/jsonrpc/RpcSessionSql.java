package dev.lotline.edge.jsonrpc;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The table of sessions; it outlives a restart and is the same on every node. */
@Singleton
final class RpcSessionSql {
    /** A holder has at most 20 of them: the oldest ones end. Those that expired go on the way. */
    private static final String OPEN = """
            WITH gone AS (
              DELETE FROM rpc_session WHERE expires_at < now() OR id IN (
                SELECT id FROM rpc_session WHERE holder = $2 ORDER BY opened_at DESC, id OFFSET 19))
            INSERT INTO rpc_session (id, holder, sealed_key, expires_at)
            VALUES ($1, $2, $3, now() + interval '24 hours')
            """;

    private static final String KEY = """
            SELECT sealed_key FROM rpc_session WHERE id = $1 AND expires_at > now()
            """;

    private final Pool pool;

    RpcSessionSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> open(RpcSession session, String holder, String key) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(Buffer.buffer(session.id()), holder, Buffer.buffer(session.seal(key))))
                .replaceWithVoid();
    }

    /** The key that a session stands for; null when there is no such session or it has expired. */
    Uni<@Nullable String> key(RpcSession session) {
        return pool.preparedQuery(KEY)
                .execute(Tuple.of(Buffer.buffer(session.id())))
                .map(rows -> rows.iterator().hasNext()
                        ? session.unseal(
                                rows.iterator().next().getBuffer("sealed_key").getBytes())
                        : null);
    }
}
