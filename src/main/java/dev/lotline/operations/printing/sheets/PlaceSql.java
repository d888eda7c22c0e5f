package dev.lotline.operations.printing.sheets;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Places that are to get labels. */
@Singleton
public class PlaceSql {
    private static final String HOUSE = "SELECT id FROM warehouse WHERE code = $1";
    private static final String PLACES = """
            SELECT code, zone FROM location WHERE warehouse_id = $1 AND code NOT LIKE '@%' AND (type = 'TOTE') = $2
              AND ($3::text IS NULL OR zone = $3) AND code >= $4 AND ($5::text IS NULL OR code <= $5)
            ORDER BY code LIMIT $6
            """;

    /** A place by its code, and its zone if it has one. */
    public record Place(String code, @Nullable String zone) {}

    /**
     * Which places of a warehouse, by code; null = without that end.
     *
     * @param totes true = only totes, false = everything else
     * @param from first code
     * @param to last code
     */
    public record Wanted(
            String warehouse,
            boolean totes,
            @Nullable String zone,
            @Nullable String from,
            @Nullable String to) {}

    private final Pool pool;

    PlaceSql(@ReactiveDataSource("printing") Pool pool) {
        this.pool = pool;
    }

    /** The first places in the order of their codes. Ends with UNKNOWN_WAREHOUSE. */
    public Uni<List<Place>> places(Wanted wanted, int limit, Scope scope) {
        String from = wanted.from() == null ? "" : wanted.from();
        return house(wanted.warehouse(), scope)
                .chain(house -> pool.preparedQuery(PLACES)
                        .execute(Tuple.tuple()
                                .addLong(house)
                                .addBoolean(wanted.totes())
                                .addString(wanted.zone())
                                .addString(from)
                                .addString(wanted.to())
                                .addInteger(limit)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Place(row.getString("code"), row.getString("zone")))
                        .toList());
    }

    private Uni<Long> house(String code, Scope scope) {
        scope.requireWarehouse(code);
        return pool.preparedQuery(HOUSE).execute(Tuple.of(code)).map(rows -> {
            for (Row row : rows) {
                return row.getLong("id");
            }
            throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code);
        });
    }
}
