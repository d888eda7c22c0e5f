package dev.lotline.edge.console.stock;

import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Owners and warehouses that somebody may look at, and where a scanned or typed word leads to. */
@Singleton
final class HouseSql {
    /** $1 owners, $2 warehouses of the scope, or null. Bounded: nobody chooses from a longer list. */
    private static final String CHOICES = """
            (SELECT 'owner' AS kind, code, name, business_date('UTC') AS today FROM owner WHERE $1::text[] IS NULL OR code = ANY ($1) ORDER BY code LIMIT 200)
            UNION ALL
            (SELECT 'warehouse', code, name, business_date(time_zone) FROM warehouse
             WHERE active AND ($2::text[] IS NULL OR code = ANY ($2)) ORDER BY code LIMIT 200)
            """;

    /** $1 owners of the scope or null, $2 what is looked for, $3 a GTIN of 14 digits or null. */
    private static final String FOUND = """
            (SELECT 'item' AS kind, o.code AS owner, i.sku AS code, NULL::bigint AS id FROM item i JOIN owner o ON o.id = i.owner_id
             WHERE (lower(i.sku) = lower($2) OR i.id IN (SELECT item_id FROM item_barcode WHERE code = $2 OR code = $3))
               AND ($1::text[] IS NULL OR o.code = ANY ($1)) LIMIT 10)
            UNION ALL
            (SELECT 'lot', o.code, t.lot_number, t.id FROM lot t JOIN item i ON i.id = t.item_id JOIN owner o ON o.id = i.owner_id
             WHERE t.lot_number = $2 AND ($1::text[] IS NULL OR o.code = ANY ($1)) LIMIT 10)
            """;

    private static final String VOLUME = """
            SELECT i.volume_cubic_feet FROM owner o JOIN item i ON i.owner_id = o.id WHERE o.code = $1 AND i.sku = $2
            """;

    /**
     * @param kind owner or warehouse
     * @param today the business date there
     */
    public record Choice(String kind, String code, String name, LocalDate today) {}

    /** @param id of a lot */
    public record Hit(
            String kind,
            String owner,
            String code,
            @Nullable Long id) {}

    private final Pool pool;

    HouseSql(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Choice>> choices(Scope scope) {
        return pool.preparedQuery(CHOICES)
                .execute(Tuple.of(scope.ownerCodes(), scope.warehouseCodes()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Choice(
                                row.getString("kind"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getLocalDate("today")))
                        .toList());
    }

    /** Cubic feet of a unit; empty = its dimensions are not known. */
    Uni<Optional<BigDecimal>> volume(String owner, String sku) {
        return pool.preparedQuery(VOLUME)
                .execute(Tuple.of(owner, sku))
                .map(rows -> rows.iterator().hasNext()
                        ? Optional.ofNullable(rows.iterator().next().getBigDecimal(0))
                        : Optional.empty());
    }

    /** Items and lots of that name, ten of each at most. */
    Uni<List<Hit>> find(String word, @Nullable String gtin, Scope scope) {
        return pool.preparedQuery(FOUND)
                .execute(Tuple.of(scope.ownerCodes(), word, gtin))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(HouseSql::hit)
                        .toList());
    }

    private static Hit hit(Row row) {
        return new Hit(row.getString("kind"), row.getString("owner"), row.getString("code"), row.getLong("id"));
    }
}
