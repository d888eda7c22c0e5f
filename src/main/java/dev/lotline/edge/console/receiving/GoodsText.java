package dev.lotline.edge.console.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lots as they are pasted from a table or a CSV file: SKU, lot, expiration, quantity, a line each. */
final class GoodsText {
    private GoodsText() {}

    /** A line of headings, blank lines, and quotes around a cell are not goods. */
    static List<GoodsRow> rows(String text) {
        List<GoodsRow> rows = new ArrayList<>();
        for (String line : text.lines().toList()) {
            List<String> cells = cells(line);
            boolean headings =
                    rows.isEmpty() && cells.get(0).toLowerCase(Locale.ROOT).equals("sku");
            if (!line.isBlank() && !headings) {
                rows.add(GoodsRow.of(at(cells, 0), at(cells, 1), at(cells, 2), at(cells, 3)));
            }
        }
        return rows;
    }

    private static String at(List<String> cells, int n) {
        return n < cells.size() ? cells.get(n) : "";
    }

    /** A tab wins over a semicolon, and that over a comma: they stand between cells more often than in them. */
    static List<String> cells(String line) {
        char gap = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(';') >= 0 ? ';' : ',';
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < line.length(); n++) {
            char c = line.charAt(n);
            if (c == '"') {
                boolean twice = quoted && n + 1 < line.length() && line.charAt(n + 1) == '"';
                if (twice) {
                    cell.append('"');
                    n++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == gap && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
