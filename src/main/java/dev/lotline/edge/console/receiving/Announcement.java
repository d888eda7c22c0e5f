package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.View;
import dev.lotline.operations.receiving.NewReceivingOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A receiving order on its way: what was written, and what was said to it.
 *
 * @param wrong what stands against the order as a whole
 * @param checked every row was looked at; {@code rows} say what is wrong with them
 */
public record Announcement(
        Heading heading, List<GoodsRow> rows, @Nullable String wrong, boolean checked) {
    /** As many rows are shown to be written in; more come as a text. */
    static final int MOST_WRITTEN = 40;

    /** As many lines has a receiving order. */
    static final int MOST_ROWS = 1_000;

    private static final int FIRST_ROWS = 3;

    static final List<String> KINDS = List.of("WRO", "ASN", "TRANSFER", "OTHER");

    public record Heading(
            String owner,
            String warehouse,
            String reference,
            String kind,
            String expectedOn,
            boolean autoCommit,
            boolean autoClose) {}

    static Announcement blank() {
        return new Announcement(new Heading("", "", "", "WRO", "", true, true), List.of(), null, false);
    }

    /** The rows to write in: what there is, and always one more. */
    public List<GoodsRow> written() {
        List<GoodsRow> shown = new ArrayList<>(rows.size() > MOST_WRITTEN ? List.of() : rows);
        do {
            shown.add(GoodsRow.of("", "", "", ""));
        } while (shown.size() < FIRST_ROWS);
        return shown;
    }

    /** More rows than are shown to be written in, as a text again. */
    public String pasted() {
        StringBuilder text = new StringBuilder();
        if (rows.size() > MOST_WRITTEN) {
            rows.forEach(row -> text.append(row.sku())
                    .append('\t')
                    .append(row.lot())
                    .append('\t')
                    .append(row.expires())
                    .append('\t')
                    .append(row.quantity())
                    .append('\n'));
        }
        return text.toString();
    }

    /** Rows that can't be announced, with their numbers. */
    public Map<Integer, GoodsRow> refused() {
        Map<Integer, GoodsRow> refused = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            if (rows.get(n).refusal() != null) {
                refused.put(n + 1, rows.get(n));
            }
        }
        return refused;
    }

    public List<String> kinds() {
        return KINDS;
    }

    /** Everything was looked at and nothing is wrong. */
    public boolean good() {
        return checked && wrong == null && refused().isEmpty();
    }

    /** Rows that name the lot of an earlier one, by where that is. */
    Map<Integer, Integer> twice() {
        Map<List<@Nullable Object>, Integer> first = new LinkedHashMap<>();
        Map<Integer, Integer> twice = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            GoodsRow row = rows.get(n);
            Integer earlier = first.putIfAbsent(Arrays.asList(row.sku(), row.lot(), row.expiration()), n);
            if (earlier != null) {
                twice.put(n, earlier);
            }
        }
        return twice;
    }

    /** A line for each row, so that each has its own answer. */
    NewReceivingOrder rowByRow(List<Integer> readable) {
        return order(readable.stream()
                .map(n -> rows.get(n))
                .map(row -> line(List.of(row)))
                .toList());
    }

    /** Rows of one SKU are one line with its lots. */
    NewReceivingOrder order() {
        Map<String, List<GoodsRow>> lines = new LinkedHashMap<>();
        rows.forEach(row ->
                lines.computeIfAbsent(row.sku(), sku -> new ArrayList<>()).add(row));
        return order(lines.values().stream().map(Announcement::line).toList());
    }

    private NewReceivingOrder order(List<NewReceivingOrder.Line> lines) {
        return new NewReceivingOrder(
                heading.reference(),
                heading.kind(),
                heading.owner(),
                heading.warehouse(),
                GoodsRow.date(heading.expectedOn()),
                heading.autoCommit(),
                heading.autoClose(),
                lines,
                List.of());
    }

    private static NewReceivingOrder.Line line(List<GoodsRow> rows) {
        boolean lots = rows.stream()
                .anyMatch(row -> !row.lot().isEmpty() || !row.expires().isEmpty());
        return new NewReceivingOrder.Line(
                rows.get(0).sku(),
                rows.stream().map(Announcement::units).reduce(BigDecimal.ZERO, BigDecimal::add),
                null,
                lots ? rows.stream().map(Announcement::lot).toList() : List.of());
    }

    private static NewReceivingOrder.Lot lot(GoodsRow row) {
        return new NewReceivingOrder.Lot(View.given(row.lot()), row.expiration(), null, units(row));
    }

    private static BigDecimal units(GoodsRow row) {
        return Objects.requireNonNull(row.units());
    }
}
