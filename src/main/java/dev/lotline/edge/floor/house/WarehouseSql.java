package dev.lotline.edge.floor.house;

import dev.lotline.edge.floor.house.Warehouses.Known;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Codes, ids and business dates of all warehouses. */
@Singleton
class WarehouseSql {
    private static final String ALL = "SELECT id, code, business_date(time_zone) AS today FROM warehouse";
    private static final String TODAY = "SELECT business_date('UTC') AS today";

    private final Pool pool;

    WarehouseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<Map<String, Known>> all() {
        return pool.query(ALL).execute().map(rows -> {
            Map<String, Known> byCode = new HashMap<>();
            for (Row row : rows) {
                byCode.put(row.getString("code"), new Known(row.getLong("id"), row.getLocalDate("today")));
            }
            return byCode;
        });
    }

    Uni<LocalDate> today() {
        return pool.query(TODAY).execute().map(rows -> rows.iterator().next().getLocalDate("today"));
    }
}
