package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.kernel.Capability;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code stock_movement.list}: every unit that moved, oldest first. */
@Singleton
public class StockMovementMethods implements Resource {
    private final StockMovementSql sql;
    private final WarehouseSql warehouses;
    private final Map<String, Method> methods = Map.of("list", new Method(Capability.STOCK_READ, this::list));

    StockMovementMethods(StockMovementSql sql, WarehouseSql warehouses) {
        this.sql = sql;
        this.warehouses = warehouses;
    }

    @Override
    public String name() {
        return "stock_movement";
    }

    @Override
    public Map<String, Method> methods() {
        return methods;
    }

    private Uni<?> list(Call call) {
        DocumentSearch search = DocumentSearch.of(call.arguments(), "");
        return warehouses
                .visible(call.actor().scope())
                .map(Houses::of)
                .chain(houses -> sql.page(
                                search,
                                houses.code(search.warehouseId()),
                                call.actor().scope())
                        .map(rows -> search.page(rows, StockMovementSql.Shown::id, StockMovementSql.Shown::row)));
    }
}
