package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.choice.House;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.position.PositionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** An item lot by lot, from one snapshot. */
@Singleton
final class Lots {
    private final PositionSql positions;
    private final ItemSql items;

    Lots(PositionSql positions, ItemSql items) {
        this.positions = positions;
        this.items = items;
    }

    /** Ends with NOT_FOUND. @param empty lots of which nothing is here or on its way, too */
    Uni<Breakdown> of(String owner, String sku, House chosen, boolean empty, Scope scope) {
        return positions.item(owner, sku, chosen.warehouse(), scope).chain(rows -> {
            if (rows.isEmpty() || chosen.warehouse() != null && !rows.get(0).warehouseKnown()) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            return items.volume(owner, sku)
                    .map(volume -> Breakdown.of(rows.get(0), chosen.today(), volume.orElse(null), empty));
        });
    }
}
