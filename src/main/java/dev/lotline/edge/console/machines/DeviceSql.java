package dev.lotline.edge.console.machines;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Devices with the last that was heard of each. */
@Singleton
final class DeviceSql {
    /** Events of a device are read by its own count, so many at most. */
    static final int MOST = 500;

    /**
     * $1 the code the last page ended with, $2 rows, $3 warehouses of the scope or null, $4 events of a device.
     */
    private static final String PAGE = """
            WITH known AS (
              SELECT d.code, w.id AS warehouse_id, w.code AS warehouse, d.profile, d.settings::text AS settings, d.location,
                d.active, d.version, d.changed_by, d.changed_at
              FROM device d JOIN warehouse w ON w.id = d.warehouse_id
              WHERE d.code > $1 AND ($3::text[] IS NULL OR w.code = ANY ($3))
              ORDER BY d.code LIMIT $2
            )
            SELECT k.*, c.created_at AS made_at, c.revoked_at, e.at, e.recorded_at, e.actor, e.operation, h.scans,
              h.refused
            FROM known k
            LEFT JOIN credential c ON c.name = k.code AND c.role = 'DEVICE'
            LEFT JOIN LATERAL (SELECT s.at, s.recorded_at, s.actor, s.operation FROM scan_event s
              WHERE s.warehouse_id = k.warehouse_id AND s.device = k.code AND s.seq IS NOT NULL
              ORDER BY s.seq DESC LIMIT 1) e ON true
            LEFT JOIN LATERAL (SELECT count(*) AS scans, count(*) FILTER (WHERE x.verdict = 'REFUSED') AS refused
              FROM (SELECT s.recorded_at, s.verdict FROM scan_event s
                WHERE s.warehouse_id = k.warehouse_id AND s.device = k.code AND s.seq IS NOT NULL
                ORDER BY s.seq DESC LIMIT $4) x
              WHERE x.recorded_at > now() - interval '1 hour') h ON true
            ORDER BY k.code
            """;

    /**
     * @param settings knobs that a scanner check laid over the profile, as JSON
     * @param madeAt its credential; null = it has none of its own
     * @param at when it last scanned, by its own clock; {@code recordedAt} by the database's
     * @param scans of the last hour, {@link #MOST} at most
     */
    public record Heard(
            String device,
            String warehouse,
            String profile,
            String settings,
            @Nullable String location,
            boolean active,
            int version,
            String changedBy,
            OffsetDateTime changedAt,
            @Nullable OffsetDateTime madeAt,
            @Nullable OffsetDateTime revokedAt,
            @Nullable OffsetDateTime at,
            @Nullable OffsetDateTime recordedAt,
            @Nullable String actor,
            @Nullable String operation,
            long scans,
            long refused) {
        /** Seconds that its last scan waited before it came; a device that was offline says so by it. */
        public @Nullable Long waited() {
            return at == null || recordedAt == null
                    ? null
                    : Math.max(0, Duration.between(at, recordedAt).toSeconds());
        }

        /** A scanner check has proposed knobs, and somebody has taken them. */
        public boolean checked() {
            return !settings.equals("{}");
        }

        public boolean revocable() {
            return madeAt != null && revokedAt == null;
        }

        public boolean capped() {
            return scans >= MOST;
        }
    }

    private final Pool pool;

    DeviceSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Heard>> page(String after, int rows, Scope scope) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addString(after)
                        .addInteger(rows)
                        .addArrayOfString(scope.warehouseCodes())
                        .addInteger(MOST))
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .map(DeviceSql::heard)
                        .toList());
    }

    private static Heard heard(Row row) {
        return new Heard(
                row.getString("code"),
                row.getString("warehouse"),
                row.getString("profile"),
                row.getString("settings"),
                row.getString("location"),
                row.getBoolean("active"),
                row.getInteger("version"),
                row.getString("changed_by"),
                row.getOffsetDateTime("changed_at"),
                row.getOffsetDateTime("made_at"),
                row.getOffsetDateTime("revoked_at"),
                row.getOffsetDateTime("at"),
                row.getOffsetDateTime("recorded_at"),
                row.getString("actor"),
                row.getString("operation"),
                row.getLong("scans"),
                row.getLong("refused"));
    }
}
