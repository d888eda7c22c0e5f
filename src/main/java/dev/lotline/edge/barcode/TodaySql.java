package dev.lotline.edge.barcode;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The day by which two-digit years get their century. */
@Singleton
class TodaySql {
    private static final String TODAY = "SELECT business_date('UTC') AS today";

    private final Pool pool;

    TodaySql(Pool pool) {
        this.pool = pool;
    }

    Uni<LocalDate> today() {
        return pool.query(TODAY).execute().map(rows -> rows.iterator().next().getLocalDate("today"));
    }
}
