package dev.lotline.operations.waves;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cart runs once planned: found and listed. Of a run, orders of owners out of scope are not shown. */
@Singleton
public class Waves {
    private final WaveSql sql;

    Waves(WaveSql sql) {
        this.sql = sql;
    }

    /** Ends with UNKNOWN_DOCUMENT. */
    public Uni<PickWave> find(long wave, Scope scope) {
        return document(wave, scope, null);
    }

    /** Open tasks in walking order. Ends with UNKNOWN_DOCUMENT. */
    public Uni<List<PickWave.Task>> tasks(long wave, Scope scope, int after, int limit) {
        return heading(wave, scope)
                .chain(row -> sql.tasks(wave, scope.ownerCodes(), after, limit))
                .map(rows -> rows.stream().map(Waves::task).toList());
    }

    /** Newest first. Ends with UNKNOWN_WAREHOUSE. */
    public Uni<List<PickWave.Heading>> list(String warehouse, boolean open, long before, int rows, Scope scope) {
        return warehouse(warehouse, scope)
                .chain(id -> sql.list(id, before, open, rows))
                .map(found -> found.stream().map(Waves::heading).toList());
    }

    /** Ends with UNKNOWN_WAREHOUSE. */
    Uni<Long> warehouse(String code, Scope scope) {
        new FieldCheck().code("warehouse", code).done();
        scope.requireWarehouse(code);
        return sql.warehouse(code).map(id -> {
            if (id == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, Map.of("field", "warehouse", "warehouse", code));
            }
            return id;
        });
    }

    /** @param skipped as the ledger told it when the run was planned; null = not told */
    Uni<PickWave> document(long wave, Scope scope, @Nullable JsonArray skipped) {
        return heading(wave, scope)
                .chain(row -> sql.onCart(wave, scope.ownerCodes())
                        .chain(orders -> sql.tasks(wave, scope.ownerCodes(), 0, PickWave.FIRST_TASKS)
                                .chain(tasks -> sql.notReserved(wave, scope.ownerCodes(), PickWave.FIRST_TASKS)
                                        .map(left -> new PickWave(
                                                wave,
                                                row.getString("warehouse"),
                                                row.getString("holder"),
                                                row.getLocalDateTime("created_at")
                                                        .atOffset(ZoneOffset.UTC),
                                                row.getLong("open_tasks"),
                                                map(orders, Waves::order),
                                                map(tasks, Waves::task),
                                                map(left, Waves::unreserved),
                                                skipped(skipped))))));
    }

    private Uni<Row> heading(long wave, Scope scope) {
        return sql.one(wave).map(row -> {
            if (row == null || !scope.coversWarehouse(row.getString("warehouse"))) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", wave);
            }
            return row;
        });
    }

    private static <T> List<T> map(List<Row> rows, Function<Row, T> one) {
        return rows.stream().map(one).toList();
    }

    private static PickWave.Heading heading(Row row) {
        return new PickWave.Heading(
                row.getLong("id"),
                row.getString("warehouse"),
                row.getString("holder"),
                row.getLocalDateTime("created_at").atOffset(ZoneOffset.UTC),
                row.getLong("orders"),
                row.getLong("open_tasks"));
    }

    private static PickWave.Order order(Row row) {
        return new PickWave.Order(
                row.getInteger("position"),
                row.getString("tote"),
                row.getString("owner"),
                row.getString("reference"),
                row.getLong("open_tasks"));
    }

    private static PickWave.Task task(Row row) {
        return new PickWave.Task(
                row.getLong("id"),
                row.getInteger("position"),
                row.getString("tote"),
                row.getString("owner"),
                row.getString("reference"),
                row.getInteger("line_no"),
                row.getString("sku"),
                row.getString("lot_number"),
                row.getLocalDate("expiration_date"),
                row.getString("location"),
                Quantity.plain(row.getBigDecimal("quantity")),
                row.getInteger("sequence"),
                row.getString("holder"));
    }

    private static PickWave.Unreserved unreserved(Row row) {
        return new PickWave.Unreserved(
                row.getString("owner"),
                row.getString("reference"),
                row.getInteger("line_no"),
                Quantity.plain(row.getBigDecimal("quantity")),
                row.getString("reason"));
    }

    private static List<PickWave.Skipped> skipped(@Nullable JsonArray told) {
        return told == null
                ? List.of()
                : told.stream()
                        .map(JsonObject.class::cast)
                        .map(each -> new PickWave.Skipped(
                                each.getString("owner"), each.getString("reference"), each.getString("reason")))
                        .toList();
    }
}
