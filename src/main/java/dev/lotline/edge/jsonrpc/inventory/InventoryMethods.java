package dev.lotline.edge.jsonrpc.inventory;

import dev.lotline.edge.jsonrpc.Arguments;
import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.edge.jsonrpc.Rows;
import dev.lotline.edge.jsonrpc.RpcFault;
import dev.lotline.edge.jsonrpc.inventory.LevelSql.Asked;
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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code inventory.*}: what there is of a merchant's items. Disabled and invisible ones are absent. */
@Singleton
public class InventoryMethods implements Resource {
    /** Items; more are told part by part. */
    private static final int AT_ONCE = 1_000;

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
                .chain(since -> told(new Asked(warehouse, skus, since, false), scope, Items.Listed::new));
    }

    /** skus, updated since. */
    private Uni<?> details(Call call) {
        Arguments given = call.arguments().atMost(2);
        Scope scope = call.actor().scope();
        List<String> skus = given.texts(0, "skus");
        return since(given.text(1, "updatedSince"))
                .chain(since -> told(new Asked(null, skus, since, true), scope, Items.Detailed::new));
    }

    /** At once when it is little, else as {@link Rows}. */
    private Uni<Object> told(Asked asked, Scope scope, Supplier<Items> form) {
        return levels.levels(asked, scope, AT_ONCE + 1).map(rows -> {
            Items items = form.get();
            List<Object> told = new ArrayList<>(items.of(rows));
            told.addAll(items.last());
            return told.size() <= AT_ONCE ? told : (Rows) part -> every(asked, scope, form.get(), part);
        });
    }

    private Uni<Void> every(Asked asked, Scope scope, Items items, Function<List<?>, Uni<Void>> part) {
        return levels.each(asked, scope, rows -> part.apply(items.of(rows))).chain(() -> part.apply(items.last()));
    }

    private Uni<?> lots(Call call) {
        return lots.search(call);
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
}
