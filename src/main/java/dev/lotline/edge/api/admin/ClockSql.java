package dev.lotline.edge.api.admin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** The business clock: how far it stands from the database's own. */
@Singleton
final class ClockSql {
    private static final String SET = """
            UPDATE business_clock SET ahead_seconds = extract(epoch FROM ($1::timestamptz - now()))
            """;

    private static final String NOW = """
            SELECT business_now() AS now, w.code, business_date(w.time_zone) AS today
            FROM (SELECT) one LEFT JOIN warehouse w ON true ORDER BY w.code
            """;

    private final Pool pool;

    ClockSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> set(OffsetDateTime now) {
        return pool.preparedQuery(SET).execute(Tuple.of(now)).replaceWithVoid();
    }

    Uni<BusinessClock> read() {
        return pool.preparedQuery(NOW)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(ClockSql::clock);
    }

    private static BusinessClock clock(List<Row> rows) {
        return new BusinessClock(
                rows.get(0).getOffsetDateTime("now"),
                rows.stream()
                        .filter(row -> row.getString("code") != null)
                        .map(row -> new BusinessClock.Today(row.getString("code"), row.getLocalDate("today")))
                        .toList());
    }
}
