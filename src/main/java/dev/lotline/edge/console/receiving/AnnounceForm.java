package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.Pasted;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form of a new receiving order as a browser sends it; fields of a row stand at the same place of their lists. */
public class AnnounceForm {
    @RestForm
    @Nullable
    String owner;

    @RestForm
    @Nullable
    String warehouse;

    @RestForm
    @Nullable
    String reference;

    @RestForm
    @Nullable
    String kind;

    @RestForm
    @Nullable
    String expectedOn;

    @RestForm
    @Nullable
    String autoCommit;

    @RestForm
    @Nullable
    String autoClose;

    @RestForm
    @Nullable
    List<String> sku;

    @RestForm
    @Nullable
    List<String> lot;

    @RestForm
    @Nullable
    List<String> expires;

    @RestForm
    @Nullable
    List<String> quantity;

    @RestForm
    @Nullable
    String paste;

    @RestForm("do")
    @Nullable
    String act;

    Announcement announcement() {
        return new Announcement(heading(), rows(), null, false);
    }

    private Announcement.Heading heading() {
        return new Announcement.Heading(
                Frame.text(owner),
                Frame.text(warehouse),
                Frame.text(reference),
                Frame.text(kind),
                Frame.text(expectedOn),
                autoCommit != null,
                autoClose != null);
    }

    /** Those of the table, then those of the text; rows without a word are left out. */
    private List<GoodsRow> rows() {
        List<GoodsRow> rows = new ArrayList<>();
        int most = Math.max(Math.max(size(sku), size(lot)), Math.max(size(expires), size(quantity)));
        for (int n = 0; n < most; n++) {
            rows.add(GoodsRow.of(at(sku, n), at(lot, n), at(expires, n), at(quantity, n)));
        }
        rows.addAll(pasted(paste == null ? "" : paste));
        rows.removeIf(GoodsRow::empty);
        return rows;
    }

    /** SKU, lot, expiration, quantity, a line each; a line of headings and blank lines are no goods. */
    static List<GoodsRow> pasted(String text) {
        List<GoodsRow> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> cells = Pasted.cells(line);
            boolean headings = rows.isEmpty() && cells.get(0).equalsIgnoreCase("sku");
            if (!line.isBlank() && !headings) {
                rows.add(GoodsRow.of(cells.get(0), Pasted.at(cells, 1), Pasted.at(cells, 2), Pasted.at(cells, 3)));
            }
        }
        return rows;
    }

    private static int size(@Nullable List<String> column) {
        return column == null ? 0 : column.size();
    }

    private static String at(@Nullable List<String> column, int n) {
        return n < size(column) && column != null ? Frame.text(column.get(n)) : "";
    }
}
