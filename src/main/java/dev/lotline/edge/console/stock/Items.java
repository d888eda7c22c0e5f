package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.edge.console.stock.ItemSql.Filter;
import dev.lotline.edge.console.stock.ItemSql.Listed;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionRow;
import dev.lotline.stock.position.PositionSql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items of an owner with their figures: which ones and in which order first, then what the books say of them. */
@Singleton
final class Items {
    private static final String NUMBER = "-?[0-9]{1,20}([.][0-9]{1,10})?";

    private final ItemSql sql;
    private final PositionSql positions;
    private final Exports exports;
    private final Pool pool;

    Items(ItemSql sql, PositionSql positions, Exports exports, Pool pool) {
        this.sql = sql;
        this.positions = positions;
        this.exports = exports;
        this.pool = pool;
    }

    /** Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, and VALIDATION_FAILED for a place where no page ended. */
    Uni<List<ItemRow>> page(String owner, Asked asked, Scope scope, int limit) {
        Filter filter = filter(owner, asked);
        return rows(pool, filter, scope, after(asked), limit)
                .call(found -> found.isEmpty()
                        ? positions.refuseUnknown(owner, filter.warehouse())
                        : Uni.createFrom().voidItem());
    }

    /** All of them, as of one moment. */
    Multi<List<ItemRow>> all(String owner, Asked asked, Scope scope) {
        Filter filter = filter(owner, asked);
        return exports.snapshots()
                .all("", ItemRow::cursor, (db, after, rows) -> rows(db, filter, scope, listed(after), rows));
    }

    private Uni<List<ItemRow>> rows(SqlClient db, Filter filter, Scope scope, @Nullable Listed after, int limit) {
        return sql.list(db, filter, scope, after, limit).chain(listed -> {
            if (listed.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            List<String> skus = listed.stream().map(Listed::sku).toList();
            return positions
                    .those(db, filter.owner(), skus, filter.warehouse(), scope)
                    .map(found -> joined(listed, found, filter));
        });
    }

    private static List<ItemRow> joined(List<Listed> listed, List<PositionRow> found, Filter filter) {
        Map<String, PositionRow> bySku =
                found.stream().collect(Collectors.toMap(row -> row.product().sku(), Function.identity()));
        return listed.stream()
                .filter(each -> bySku.containsKey(each.sku()))
                .map(each -> ItemRow.of(
                        Objects.requireNonNull(bySku.get(each.sku())), each, filter.owner(), filter.warehouse()))
                .toList();
    }

    private static Filter filter(String owner, Asked asked) {
        String by = asked.sort() == null ? "sku" : asked.sort();
        return new Filter(
                owner,
                asked.one(StockTables.WAREHOUSE),
                asked.on(StockTables.LOTS),
                asked.on(StockTables.HELD),
                asked.on(StockTables.EXPIRING),
                asked.descending() ? "-" + by : by);
    }

    private static @Nullable Listed after(Asked asked) {
        Listed after = listed(asked.after());
        boolean figure = asked.sort() != null
                && !asked.sort().equals("sku")
                && !asked.sort().equals("name");
        if (after == null && !asked.after().isEmpty()
                || after != null && figure && !after.sortedBy().matches(NUMBER)) {
            throw Refusal.invalid("after", "must be what a page ended with");
        }
        return after;
    }

    private static @Nullable Listed listed(String cursor) {
        int line = cursor.lastIndexOf('\n');
        return line < 0 ? null : new Listed(0, cursor.substring(line + 1), cursor.substring(0, line), null, null);
    }
}
