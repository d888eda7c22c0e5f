package dev.lotline.edge.console.shell;

import java.util.ArrayList;
import java.util.List;

/** Lines as they are pasted from a table or a CSV file. */
public final class Pasted {
    private Pasted() {}

    /** A tab wins over a semicolon, and that over a comma: they stand between cells more often than in them. */
    public static List<String> cells(String line) {
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

    /** The n-th cell, empty where the line is shorter. */
    public static String at(List<String> cells, int n) {
        return n < cells.size() ? cells.get(n) : "";
    }
}
