package dev.lotline.edge.console.board;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.table.Text;
import dev.lotline.kernel.Capability;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is open now; counts end at {@link BoardSql#MOST}, of lots at {@link BoardSql#MOST_LOTS}.
 *
 * @param inbound receiving orders neither closed nor cancelled
 * @param exceptions of receiving, not yet accepted or rejected
 * @param waitingUnits counted on a dock, not put away
 * @param orders neither shipped nor cancelled; {@code shortOrders} of them lack units
 * @param tasks to pick
 * @param counts places to be counted, counted again or approved
 * @param heldUnits in quarantine, damaged or too old to be sold
 * @param expiringLots with free units that expire within 30 days
 * @param printersAway that are switched on and say that they can't print
 */
public record Board(
        long inbound,
        long exceptions,
        BigDecimal waitingUnits,
        long orders,
        long shortOrders,
        long tasks,
        long counts,
        long holds,
        BigDecimal heldUnits,
        long expiringLots,
        long printers,
        long printersAway) {

    private static final Map<String, Capability> NEEDED =
            Map.of("counts", Capability.ADJUST, "printers", Capability.PRINT);

    /**
     * A figure, and the way to its rows.
     *
     * @param id of the tile in the page
     * @param warn somebody should look
     */
    public record Tile(String id, String figure, String label, String address, boolean warn) {}

    /** @param may what the reader may see: nobody gets a way to rows that are not theirs */
    List<Tile> tiles(Locale language, Set<Capability> may) {
        return tiles(Text.words(BoardWords.class, language)).stream()
                .filter(tile -> may.contains(NEEDED.getOrDefault(tile.id(), Capability.STOCK_READ)))
                .toList();
    }

    private List<Tile> tiles(BoardWords words) {
        return List.of(
                new Tile("inbound", count(inbound), words.inbound(), "/receiving", false),
                new Tile(
                        "exceptions",
                        count(exceptions),
                        words.exceptions(),
                        "/receiving?state=EXCEPTION",
                        exceptions > 0),
                new Tile("waiting", View.plain(waitingUnits), words.waiting(), "/receiving?state=RECEIVING", false),
                new Tile("orders", count(orders), words.orders(), "/orders", false),
                new Tile("short", count(shortOrders), words.short_orders(), "/orders?state=short", shortOrders > 0),
                new Tile("tasks", count(tasks), words.tasks(), "/orders", false),
                new Tile("counts", count(counts), words.counts(), "/counts", false),
                new Tile("holds", count(holds), words.holds(), "/holds", holds > 0),
                new Tile("held", View.plain(heldUnits), words.held(), "/inventory?held=1", false),
                new Tile(
                        "expiring",
                        count(expiringLots, BoardSql.MOST_LOTS),
                        words.expiring(),
                        "/expiry?band=30",
                        expiringLots > 0),
                new Tile(
                        "printers",
                        printers - printersAway + "/" + printers,
                        words.printers(),
                        "/printers",
                        printersAway > 0));
    }

    /** A count as it is read: "999+" where counting ended. */
    static String count(long counted) {
        return count(counted, BoardSql.MOST);
    }

    private static String count(long counted, int most) {
        return counted >= most ? most - 1 + "+" : Long.toString(counted);
    }
}
