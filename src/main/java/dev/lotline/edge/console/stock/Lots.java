package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.choice.House;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.billing.pages.FeePages;
import dev.lotline.stock.position.PositionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** An item lot by lot, from one snapshot. */
@Singleton
final class Lots {
    private final PositionSql positions;
    private final FeePages fees;

    Lots(PositionSql positions, FeePages fees) {
        this.positions = positions;
        this.fees = fees;
    }

    /**
     * Ends with NOT_FOUND.
     *
     * @param empty lots of which nothing is here or on its way, too
     * @param withFees what a month of storage costs, where one warehouse is looked at
     */
    Uni<Breakdown> of(String owner, String sku, House chosen, boolean empty, boolean withFees, Scope scope) {
        return positions.item(owner, sku, chosen.warehouse(), scope).chain(rows -> {
            if (rows.isEmpty() || chosen.warehouse() != null && !rows.get(0).warehouseKnown()) {
                throw Refusal.of(RefusalCode.NOT_FOUND);
            }
            String warehouse = chosen.only();
            return (withFees && warehouse != null
                            ? fees.monthOf(owner, sku, warehouse, chosen.today())
                            : Uni.createFrom().item(Optional.<Map<Long, BigDecimal>>empty()))
                    .map(found -> Breakdown.of(rows.get(0), chosen.today(), found.orElse(null), empty));
        });
    }
}
