package dev.lotline.edge.console.places;

import dev.lotline.edge.console.shell.Pasted;
import dev.lotline.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of places as text, whose first line names its columns. */
final class PlaceText {
    static final int MOST = 2_000;

    private PlaceText() {}

    /** Ends with VALIDATION_FAILED for a table without these columns, or a longer one. Blank lines are no places. */
    static List<PlaceLine> lines(String text) {
        List<String> all = text.lines().toList();
        List<PlaceLine> lines = new ArrayList<>();
        List<String> columns = List.of();
        for (int n = 0; n < all.size(); n++) {
            List<String> cells = Pasted.cells(all.get(n));
            if (all.get(n).isBlank()) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = columns(cells);
            } else {
                lines.add(new PlaceLine(n + 1, cells(columns, cells)));
            }
        }
        if (lines.isEmpty() || lines.size() > MOST) {
            throw Refusal.invalid("places", "must have a line of columns and 1 to " + MOST + " lines below");
        }
        return lines;
    }

    /** Names in letters of any case; {@code locked}, which files have, is left out. */
    private static List<String> columns(List<String> cells) {
        List<String> columns = new ArrayList<>();
        for (String cell : cells) {
            columns.add(PlaceLine.COLUMNS.stream()
                    .filter(cell::equalsIgnoreCase)
                    .findFirst()
                    .orElse(cell.toLowerCase(Locale.ROOT)));
        }
        List<String> unknown = columns.stream()
                .filter(each -> !PlaceLine.COLUMNS.contains(each) && !each.equals("locked"))
                .toList();
        if (!unknown.isEmpty() || !columns.contains("location") || new HashSet<>(columns).size() < columns.size()) {
            throw Refusal.invalid(
                    "places", "must name its columns in the first line, each once, of " + PlaceLine.COLUMNS);
        }
        return columns;
    }

    /** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
    private static String unguarded(String cell) {
        return cell.matches("(?s)'[=+@-].*") ? cell.substring(1) : cell;
    }

    private static Map<String, String> cells(List<String> columns, List<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (int n = 0; n < columns.size(); n++) {
            named.put(columns.get(n), unguarded(Pasted.at(cells, n)));
        }
        return named;
    }
}
