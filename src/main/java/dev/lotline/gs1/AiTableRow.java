package dev.lotline.gs1;

import dev.lotline.gs1.ApplicationIdentifier.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One line of {@code gs1-ai.tsv}, checked: an AI or a range of them, and what all of them have in common. */
final class AiTableRow {

    private static final List<String> COLUMNS =
            List.of("ai", "title", "format", "fixed", "kind", "unit", "needs", "excludes", "link", "since");

    private final int line;
    private final List<String> cells;
    private final List<String> ais;
    private final boolean fixed;
    private final Kind kind;
    private final List<Component> components;
    private final AiRules.Pairs pairs;
    private final ApplicationIdentifier.LinkRole link;

    private AiTableRow(int line, List<String> cells) {
        this.line = line;
        this.cells = cells;
        if (cells.size() != COLUMNS.size()) {
            throw wrong("since", cells.size() + " columns instead of " + COLUMNS.size());
        }
        this.ais = read("ai", () -> expanded(cell("ai")));
        this.components = read("format", () -> components(cell("format")));
        this.fixed = cell("fixed").equals("F");
        if (!fixed && !cell("fixed").isEmpty()) {
            throw wrong("fixed", "only F or nothing");
        }
        if (fixed && components.stream().anyMatch(c -> c.optional() || c.min() < c.max())) {
            throw wrong("fixed", "a predefined length has no optional or open part");
        }
        this.kind = read("kind", () -> Kind.valueOf(cell("kind")));
        if ((kind == Kind.COUNT || kind == Kind.MEASURE) && !isSmallNumber()) {
            throw wrong("format", "a count or measure is one number of at most 8 digits");
        }
        this.pairs = read("needs", () -> AiRules.Pairs.parse(cell("needs"), cell("excludes")));
        this.link = read("link", () -> ApplicationIdentifier.LinkRole.parse(cell("link")));
    }

    /** @throws IllegalArgumentException naming line and column of the first mistake */
    static List<AiTableRow> parse(List<String> lines) {
        int header = 0;
        while (header < lines.size() && lines.get(header).startsWith("#")) {
            header++;
        }
        if (header == lines.size() || !cells(lines.get(header)).equals(COLUMNS)) {
            throw new IllegalArgumentException(
                    "line " + (header + 1) + ": the header must be " + String.join(" ", COLUMNS));
        }
        List<AiTableRow> rows = new ArrayList<>();
        for (int i = header + 1; i < lines.size(); i++) {
            rows.add(new AiTableRow(i + 1, cells(lines.get(i))));
        }
        return rows;
    }

    List<String> ais() {
        return ais;
    }

    ApplicationIdentifier identifier(String ai) {
        String unit = cell("unit");
        return new ApplicationIdentifier(
                ai, cell("title"), kind, unit.isEmpty() ? null : unit, fixed, components, pairs, link);
    }

    IllegalArgumentException wrong(String column, String why) {
        return new IllegalArgumentException("line " + line + ", column " + column + ": " + why);
    }

    /** What is read as a number must fit one. */
    private boolean isSmallNumber() {
        Component first = components.get(0);
        return components.size() == 1 && first.alphabet() == Component.Alphabet.N && first.max() <= 8;
    }

    private String cell(String column) {
        return cells.get(COLUMNS.indexOf(column));
    }

    private <T> T read(String column, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            IllegalArgumentException wrong = wrong(column, "\"" + cell(column) + "\" " + e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\t", -1));
    }

    private static List<Component> components(String format) {
        List<Component> components = new ArrayList<>();
        for (String written : format.split("\\+", -1)) {
            components.add(Component.parse(written));
        }
        return List.copyOf(components);
    }

    /** {@code 91-99} is nine AIs. */
    private static List<String> expanded(String written) {
        int dash = written.indexOf('-');
        String first = dash < 0 ? written : written.substring(0, dash);
        String last = dash < 0 ? written : written.substring(dash + 1);
        if (first.length() < 2
                || first.length() > 4
                || last.length() != first.length()
                || !CheckDigit.isDigits(first + last, 0, 2 * first.length())) {
            throw new IllegalArgumentException("is not an AI of two to four digits, nor a range of them");
        }
        List<String> ais = new ArrayList<>();
        for (int number = AiTable.number(first); number <= AiTable.number(last); number++) {
            String digits = Integer.toString(number);
            ais.add("0".repeat(first.length() - digits.length()) + digits);
        }
        return List.copyOf(ais);
    }
}
