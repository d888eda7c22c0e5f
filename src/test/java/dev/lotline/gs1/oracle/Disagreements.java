package dev.lotline.gs1.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What we and an oracle may see differently, each with its reason, in {@code devices/conformance/disagreements.tsv}. */
final class Disagreements {

    private record Row(String language, Pattern ours, Pattern theirs, Pattern text) {}

    private static final int NONE = -1;

    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Integer> used = new TreeMap<>();
    private final List<String> unlisted = new ArrayList<>();

    Disagreements() throws IOException {
        for (String line : Files.readAllLines(Path.of("devices/conformance/disagreements.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && !cells[0].equals("language")) {
                rows.add(new Row(
                        cells[0], Pattern.compile(cells[1]), Pattern.compile(cells[2]), Pattern.compile(cells[3])));
            }
        }
    }

    /**
     * Takes one text on which the verdicts differ. Every single thing that we have against it needs a reason of its own:
     * one that is listed excuses no other.
     *
     * @param ours empty = nothing
     */
    void add(String language, String text, List<String> ours, String theirs) {
        List<String> found = ours.isEmpty() ? List.of("ok") : ours;
        List<Integer> reasons =
                found.stream().map(one -> reason(language, text, one, theirs)).toList();
        if (reasons.contains(NONE)) {
            unlisted.add(language + " " + text + "\n    we: " + found + "\n    they: " + theirs);
        } else {
            reasons.forEach(row -> used.merge(row, 1, Integer::sum));
        }
    }

    private int reason(String language, String text, String ours, String theirs) {
        for (int n = 0; n < rows.size(); n++) {
            Row row = rows.get(n);
            if (row.language().equals(language)
                    && row.ours().matcher(ours).find()
                    && row.theirs().matcher(theirs).find()
                    && row.text().matcher(text).find()) {
                return n;
            }
        }
        return NONE;
    }

    List<String> unlisted() {
        return unlisted;
    }

    /** How often each listed row was needed, by its place in the file. */
    Map<Integer, Integer> used() {
        return used;
    }
}
