package dev.lotline.edge.console.expiry;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Exports;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.shelflife.ExpiringLot;
import dev.lotline.operations.shelflife.ExpiryRisk;
import dev.lotline.operations.shelflife.ExpirySql;
import dev.lotline.operations.shelflife.ExpirySql.After;
import dev.lotline.operations.shelflife.ExpirySql.Window;
import dev.lotline.stock.position.PositionSql;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lots that expire with what will become of them: the figures of {@code GET …/expiring} and {@code …/expiry-risk}. */
@Singleton
final class Expiring {
    private static final int LONGEST = 36_500;

    private final ExpirySql sql;
    private final PositionSql positions;
    private final Exports exports;
    private final Pool pool;

    Expiring(ExpirySql sql, PositionSql positions, Exports exports, @ReactiveDataSource("figures") Pool pool) {
        this.sql = sql;
        this.positions = positions;
        this.exports = exports;
        this.pool = pool;
    }

    /** Ends with VALIDATION_FAILED for a place where no page ended, UNKNOWN_OWNER, UNKNOWN_WAREHOUSE. */
    Uni<List<ExpiryRow>> page(String owner, String warehouse, Asked asked) {
        Window window = window(asked);
        return ExpiryRow.TABLE
                .page(
                        asked,
                        () -> rows(pool, owner, warehouse, window, after(asked.after()), View.ROWS + 1),
                        most -> rows(pool, owner, warehouse, window, null, most))
                .call(rows -> rows.isEmpty()
                        ? positions.refuseUnknown(owner, warehouse)
                        : Uni.createFrom().voidItem());
    }

    Multi<List<ExpiryRow>> all(String owner, String warehouse, Asked asked) {
        Window window = window(asked);
        return exports.snapshots()
                .all(
                        "",
                        row -> row.lot().key(),
                        (db, key, rows) -> rows(db, owner, warehouse, window, after(key), rows));
    }

    private Uni<List<ExpiryRow>> rows(
            SqlClient db, String owner, String warehouse, Window window, @Nullable After after, int limit) {
        return sql.expiring(db, owner, warehouse, null, window, after, limit).chain(lots -> {
            List<String> skus = lots.stream().map(ExpiringLot::sku).distinct().toList();
            return skus.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : sql.risk(db, owner, warehouse, skus, latest(lots)).map(risks -> joined(owner, lots, risks));
        });
    }

    /** They come by their date. */
    private static LocalDate latest(List<ExpiringLot> lots) {
        return lots.get(lots.size() - 1).expirationDate();
    }

    private static List<ExpiryRow> joined(String owner, List<ExpiringLot> lots, List<ExpiryRisk> risks) {
        Map<String, ExpiryRisk> bySku = risks.stream().collect(Collectors.toMap(ExpiryRisk::sku, Function.identity()));
        return lots.stream()
                .map(lot -> {
                    ExpiryRisk risk = bySku.get(lot.sku());
                    return new ExpiryRow(
                            owner, lot, risk == null ? null : risk.unitsPerDay(), risk == null ? null : of(lot, risk));
                })
                .toList();
    }

    private static ExpiryRisk.@Nullable Lot of(ExpiringLot lot, ExpiryRisk risk) {
        return risk.lots().stream()
                .filter(each -> each.lotId() != null && each.lotId() == lot.lotId())
                .findFirst()
                .orElse(null);
    }

    /** Ends with VALIDATION_FAILED. */
    static Window window(Asked asked) {
        String band = asked.one(ExpiryRow.BAND);
        return switch (band == null ? "90" : band) {
            case "expired" -> new Window(null, -1, null);
            case "short" -> new Window(0, LONGEST, "BELOW_MINIMUM");
            case "30" -> new Window(0, 30, null);
            case "90" -> new Window(0, 90, null);
            default -> throw Refusal.invalid(ExpiryRow.BAND, "must be expired, short, 30 or 90");
        };
    }

    private static @Nullable After after(String key) {
        if (key.isEmpty()) {
            return null;
        }
        String[] parts = key.split(" ", -1);
        try {
            return new After(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException foreign) {
            throw Refusal.invalid("after", "must be what a page ended with");
        }
    }
}
