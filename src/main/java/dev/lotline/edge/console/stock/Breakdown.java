package dev.lotline.edge.console.stock;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.live.Topic.Parts;
import dev.lotline.edge.console.shell.table.Asked;
import dev.lotline.edge.console.shell.table.Listing;
import dev.lotline.kernel.Refusal;
import dev.lotline.stock.figures.JetpackVocabulary;
import dev.lotline.stock.figures.LotPosition;
import dev.lotline.stock.position.PositionRow;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An item lot by lot.
 *
 * @param rows lots in the order in which they leave, then what has no lot
 * @param sum the item's figures, to which each column adds up
 */
record Breakdown(String sku, String name, String status, List<LotRow> rows, LotRow sum) {
    /** Rows of a page: an item seldom has more lots. */
    private static final int ROWS = 250;

    Listing shown(Frame frame, Asked asked) {
        return StockTables.BREAKDOWN.shown(frame, asked, page(asked), ROWS, sum).live(BreakdownTopic.NAME, asked);
    }

    Uni<Parts> parts(Locale language, Asked asked) {
        return StockTables.BREAKDOWN.parts(language, asked, page(asked), ROWS, sum);
    }

    private List<LotRow> page(Asked asked) {
        List<LotRow> sorted = StockTables.BREAKDOWN.sorted(rows, asked);
        int from = asked.after().isEmpty() ? 0 : behind(sorted, asked.after());
        return sorted.subList(from, sorted.size());
    }

    private static int behind(List<LotRow> sorted, String key) {
        for (int n = 0; n < sorted.size(); n++) {
            if (sorted.get(n).key().equals(key)) {
                return n + 1;
            }
        }
        throw Refusal.invalid("after", "must be what a page ended with");
    }

    /** @param fees by lot, 0 = goods without one; null = not to be told */
    static Breakdown of(PositionRow row, LocalDate today, @Nullable Map<Long, BigDecimal> fees, boolean empty) {
        LotRow sum = LotRow.sum(row, fees);
        BigDecimal chosen = row.lots().stream()
                .map(lot -> JetpackVocabulary.committed(lot).value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal unchosen = Objects.requireNonNull(sum.committed()).subtract(chosen);
        List<LotPosition> shown = empty
                ? row.lots()
                : row.lots().stream().filter(lot -> !LotRow.empty(lot)).toList();
        List<LotRow> lots = new Rows(shown, lot -> LotRow.of(lot, row, today, fees), unchosen);
        return new Breakdown(row.product().sku(), row.product().name(), sum.status(), lots, sum);
    }

    /** Made when they are looked at: of thousands a page shows some, and in the order in which they leave the first ones. */
    private static final class Rows extends AbstractList<LotRow> {
        private final List<LotPosition> lots;
        private final Function<LotPosition, LotRow> made;
        private final BigDecimal unchosen;

        /** @param unchosen units of a last row; 0 = there is none */
        Rows(List<LotPosition> lots, Function<LotPosition, LotRow> made, BigDecimal unchosen) {
            this.lots = lots;
            this.made = made;
            this.unchosen = unchosen;
        }

        @Override
        public LotRow get(int index) {
            return index < lots.size() || unchosen.signum() == 0
                    ? made.apply(lots.get(index))
                    : LotRow.unchosen(unchosen);
        }

        @Override
        public int size() {
            return lots.size() + (unchosen.signum() == 0 ? 0 : 1);
        }
    }
}
