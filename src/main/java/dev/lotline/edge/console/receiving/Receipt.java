package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.View;
import dev.lotline.edge.console.shell.live.Sum;
import dev.lotline.operations.receiving.ReceivingOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A receiving order as a page shows it.
 *
 * @param lots those of this page
 * @param from where the page begins; {@code next} where the next one does, null on the last
 */
public record Receipt(
        ReceivingOrder order,
        List<Row> lots,
        int from,
        @Nullable Integer next) {
    /** Lots of a page. */
    static final int ROWS = 200;

    /**
     * @param n which of the order's lots
     * @param who counted it; empty while nobody has
     * @param difference counted less announced; null while nothing was counted
     */
    public record Row(
            int n,
            int line,
            ReceivingOrder.Lot lot,
            String who,
            @Nullable BigDecimal difference) {
        public boolean differs() {
            return difference != null && difference.signum() != 0;
        }
    }

    static Receipt of(ReceivingOrder order, int from, List<CountedBySql.CountedBy> counted) {
        Map<String, String> who = counted.stream()
                .collect(Collectors.toMap(
                        each -> key(each.line(), each.sku(), each.lotId()), CountedBySql.CountedBy::who, (a, b) -> a));
        List<Row> all = order.lines().stream()
                .flatMap(line -> line.lots().stream()
                        .map(lot ->
                                row(line.line(), lot, who.getOrDefault(key(line.line(), lot.sku(), lot.lotId()), ""))))
                .toList();
        int begin = Math.min(from, all.size());
        int end = Math.min(begin + ROWS, all.size());
        List<Row> lots = new ArrayList<>();
        for (int n = begin; n < end; n++) {
            Row row = all.get(n);
            lots.add(new Row(n, row.line(), row.lot(), row.who(), row.difference()));
        }
        return new Receipt(order, lots, begin, end < all.size() ? end : null);
    }

    private static Row row(int line, ReceivingOrder.Lot lot, String who) {
        return new Row(
                0,
                line,
                lot,
                who,
                lot.received().signum() == 0 ? null : lot.received().subtract(lot.announced()));
    }

    private static String key(int line, String sku, @Nullable Long lotId) {
        return line + "\n" + lotId + "\n" + sku;
    }

    /** Where an open page of the first lots hears of changes; null for another page. */
    public @Nullable String stream() {
        String named = ReceiptTopic.NAME + ":" + View.encoded(order.owner() + "/" + order.reference());
        return from > 0 ? null : "/console/stream?topics=" + View.encoded(named) + "&v=" + version() + "." + shape();
    }

    String version() {
        return Sum.of(order.state() + lots);
    }

    /** Other lots, or other exceptions to resolve. */
    String shape() {
        return Sum.of(lots.stream()
                        .map(row -> key(row.line(), row.lot().sku(), row.lot().lotId()))
                        .toList()
                        .toString()
                + exceptions());
    }

    /** Those of lines first. */
    public List<ReceivingOrder.Discrepancy> exceptions() {
        return Stream.concat(
                        order.lines().stream().flatMap(line -> line.exceptions().stream()), order.exceptions().stream())
                .toList();
    }

    public boolean mayCommit() {
        return ongoing()
                && order.lines().stream().anyMatch(line -> line.stowed().compareTo(line.committed()) > 0);
    }

    /** Nothing was counted yet. */
    public boolean mayCancel() {
        return ongoing()
                && order.lines().stream().allMatch(line -> line.received().signum() == 0);
    }

    public boolean mayClose() {
        return ongoing() && !mayCancel() && !order.state().equals("COMPLETE");
    }

    private boolean ongoing() {
        return !order.state().equals("CANCELLED");
    }
}
