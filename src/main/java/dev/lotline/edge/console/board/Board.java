package dev.lotline.edge.console.board;

import dev.lotline.kernel.Quantity;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;

/**
 * What is open now; counts end at {@link BoardSql#MOST}.
 *
 * @param inbound receiving orders neither closed nor cancelled
 * @param exceptions of receiving, not yet accepted or rejected
 * @param orders neither shipped nor cancelled; {@code shortOrders} of them lack units
 * @param tasks to pick
 * @param heldUnits in quarantine, damaged or too old to be sold
 * @param expiringLots with free units that expire within 30 days
 */
public record Board(
        long inbound,
        long exceptions,
        long orders,
        long shortOrders,
        long tasks,
        long holds,
        BigDecimal heldUnits,
        long expiringLots) {
    public String held() {
        return Quantity.plain(heldUnits).toPlainString();
    }

    /** In pages: {@code board:count(…)}. A count as it is read: "999+" where counting ended. */
    @TemplateExtension(namespace = "board")
    public static String count(long counted) {
        return counted >= BoardSql.MOST ? BoardSql.MOST - 1 + "+" : Long.toString(counted);
    }
}
