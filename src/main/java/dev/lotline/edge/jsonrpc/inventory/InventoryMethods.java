package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.edge.jsonrpc.Arguments;
import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.edge.jsonrpc.ShipStreamWording.Format;
import dev.lotline.edge.jsonrpc.inventory.LevelSql.Asked;
import dev.lotline.edge.jsonrpc.inventory.LevelSql.ItemLevel;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.since.ChangeMarks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code inventory.*}: what there is of a merchant's items. Disabled and invisible ones are absent. */
@Singleton
public class InventoryMethods implements Resource {
    private static final int MOST_LISTED = 50_000;
    private static final int MOST_DETAILED = 10_000;

    private final LevelSql levels;
    private final LotMethods lots;
    private final ChangeMarks marks;
    private final Map<String, Method> methods = Map.of(
            "list", new Method(Capability.STOCK_READ, this::list),
            "details", new Method(Capability.STOCK_READ, this::details),
            "detailed", new Method(Capability.STOCK_READ, this::details),
            "lots", new Method(Capability.STOCK_READ, this::lots));

    InventoryMethods(LevelSql levels, LotMethods lots, ChangeMarks marks) {
        this.levels = levels;
        this.lots = lots;
        this.marks = marks;
    }

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public Map<String, Method> methods() {
        return methods;
    }

    /** skus, warehouse id, updated since. */
    private Uni<?> list(Call call) {
        Arguments given = call.arguments().atMost(3);
        Scope scope = call.actor().scope();
        Long warehouse = given.id(1, "warehouseId");
        List<String> skus = given.texts(0, "skus");
        return visible(warehouse, scope)
                .chain(() -> since(given.text(2, "updatedSince")))
                .chain(since -> levels.levels(new Asked(warehouse, skus, since, false), scope, MOST_LISTED + 1))
                .map(rows -> bounded(rows, rows.size(), MOST_LISTED).stream()
                        .map(row -> ShipStreamWording.item(row.sku(), row.told(), Format.NUMBER))
                        .toList());
    }

    /** skus, updated since. */
    private Uni<?> details(Call call) {
        Arguments given = call.arguments().atMost(2);
        Scope scope = call.actor().scope();
        List<String> skus = given.texts(0, "skus");
        return since(given.text(1, "updatedSince"))
                .chain(since -> levels.levels(new Asked(null, skus, since, true), scope, MOST_DETAILED + 1))
                .map(rows -> {
                    long items = rows.stream().filter(row -> row.place() == 0).count();
                    return detailed(bounded(rows, items, MOST_DETAILED));
                });
    }

    private Uni<?> lots(Call call) {
        return lots.search(call);
    }

    /** Rows come item by item, its sum first. */
    private static List<Map<String, Object>> detailed(List<ItemLevel> rows) {
        List<Map<String, Object>> items = new ArrayList<>();
        List<Map<String, Object>> detailed = new ArrayList<>();
        for (ItemLevel row : rows) {
            if (row.place() == 0) {
                Map<String, Object> item = ShipStreamWording.item(row.sku(), row.told(), Format.TEXT);
                detailed = new ArrayList<>();
                item.put("detailed", detailed);
                items.add(item);
            } else {
                detailed.add(ShipStreamWording.inWarehouse(row.place(), row.told(), Format.TEXT));
            }
        }
        return items;
    }

    /** A warehouse that is not there and one out of scope are the same to the caller. */
    private Uni<Void> visible(@Nullable Long warehouse, Scope scope) {
        return warehouse == null
                ? Uni.createFrom().voidItem()
                : levels.warehouse(warehouse)
                        .invoke(code -> {
                            if (code == null || !scope.coversWarehouse(code)) {
                                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
                            }
                        })
                        .replaceWithVoid();
    }

    private Uni<@Nullable Long> since(@Nullable String text) {
        if (text == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            return marks.since(OffsetDateTime.parse(text)).map(mark -> mark);
        } catch (DateTimeException notAnInstant) {
            throw RpcFault.filters("updatedSince must be an instant with offset, such as 2026-03-01T12:00:00+00:00");
        }
    }

    private static List<ItemLevel> bounded(List<ItemLevel> rows, long items, int most) {
        if (items > most) {
            throw RpcFault.tooMuch("More than " + most + " items: name skus, or what was updated since.");
        }
        return rows;
    }
}
