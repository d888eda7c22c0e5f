package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.kernel.Capability;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code warehouse.list}: the numbers by which other methods name warehouses. */
@Singleton
public class WarehouseMethods implements Resource {
    private final WarehouseSql sql;
    private final Map<String, Method> methods = Map.of("list", new Method(Capability.CATALOG_READ, this::list));

    WarehouseMethods(WarehouseSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "warehouse";
    }

    @Override
    public Map<String, Method> methods() {
        return methods;
    }

    private Uni<?> list(Call call) {
        call.arguments().atMost(0);
        return sql.visible(call.actor().scope())
                .map(codes -> codes.entrySet().stream()
                        .map(warehouse -> row(warehouse.getKey(), warehouse.getValue()))
                        .toList());
    }

    private static Map<String, Object> row(long id, String code) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("warehouse_id", Long.toString(id));
        row.put("name", code);
        return row;
    }
}
