package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ScanIssue.Code;
import java.util.ArrayList;
import java.util.List;

/** Which application identifiers need or exclude each other; broken rules are warnings, over one whole label. */
public final class AiRules {

    /**
     * AIs by pattern: {@code 310n} is 3100 to 3109, {@code 253*} only a 253 with its optional serial. The number of digits
     * can't be mixed up: AIs have no common number.
     */
    record Pattern(int low, int high, boolean serialised) {
        static Pattern parse(String written) {
            boolean serialised = written.endsWith("*");
            String digits = serialised ? written.substring(0, written.length() - 1) : written;
            return new Pattern(
                    Integer.parseInt(digits.replace('n', '0')), Integer.parseInt(digits.replace('n', '9')), serialised);
        }

        boolean has(int number) {
            return low <= number && number <= high;
        }
    }

    /** One rule: any one of the alternatives, each with all of its patterns. */
    record Need(String written, List<List<Pattern>> alternatives) {}

    /** The pair rules of one table row: every need must hold, no exclusion may be there. */
    record Pairs(List<Need> needs, List<Pattern> excludes) {

        /**
         * @param needs {@code ,} = or, {@code +} = and, {@code ;} = one more rule
         * @param excludes patterns, separated by {@code ,}
         * @throws IllegalArgumentException if a pattern is no number
         */
        static Pairs parse(String needs, String excludes) {
            List<Need> rules = new ArrayList<>();
            for (String rule : parts(needs, ';')) {
                List<List<Pattern>> alternatives = new ArrayList<>();
                for (String alternative : parts(rule, ',')) {
                    alternatives.add(patterns(alternative, '+'));
                }
                rules.add(new Need(rule, List.copyOf(alternatives)));
            }
            return new Pairs(List.copyOf(rules), patterns(excludes, ','));
        }

        boolean exclude(int number) {
            for (int i = 0; i < excludes.size(); i++) {
                if (excludes.get(i).has(number)) {
                    return true;
                }
            }
            return false;
        }
    }

    private AiRules() {}

    /** One PAIR_MISSING per broken need and one PAIR_EXCLUDED per pair that must not be together; empty if all is well. */
    public static List<ScanIssue> check(List<Element> elements, AiTable table) {
        ApplicationIdentifier[] rows = new ApplicationIdentifier[elements.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.get(elements.get(i).ai());
        }
        List<ScanIssue> issues = new ArrayList<>(0);
        for (int i = 0; i < rows.length; i++) {
            addMissing(rows[i], rows, elements, issues);
            addExcluded(rows, i, issues);
        }
        return issues;
    }

    private static void addMissing(
            ApplicationIdentifier row, ApplicationIdentifier[] rows, List<Element> elements, List<ScanIssue> issues) {
        List<Need> needs = row.pairs().needs();
        for (int i = 0; i < needs.size(); i++) {
            if (!holds(needs.get(i), rows, elements)) {
                issues.add(ScanIssue.of(
                        Code.PAIR_MISSING,
                        row.ai(),
                        null,
                        "needs " + needs.get(i).written()));
            }
        }
    }

    private static void addExcluded(ApplicationIdentifier[] rows, int first, List<ScanIssue> issues) {
        for (int second = first + 1; second < rows.length; second++) {
            if (rows[first] != rows[second]
                    && (rows[first].pairs().exclude(rows[second].number())
                            || rows[second].pairs().exclude(rows[first].number()))) {
                issues.add(ScanIssue.of(
                        Code.PAIR_EXCLUDED, rows[first].ai(), null, "not together with " + rows[second].ai()));
            }
        }
    }

    private static boolean holds(Need need, ApplicationIdentifier[] rows, List<Element> elements) {
        for (int i = 0; i < need.alternatives().size(); i++) {
            if (allThere(need.alternatives().get(i), rows, elements)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allThere(List<Pattern> patterns, ApplicationIdentifier[] rows, List<Element> elements) {
        for (int i = 0; i < patterns.size(); i++) {
            if (!isThere(patterns.get(i), rows, elements)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isThere(Pattern pattern, ApplicationIdentifier[] rows, List<Element> elements) {
        for (int i = 0; i < rows.length; i++) {
            if (pattern.has(rows[i].number())
                    && (!pattern.serialised || elements.get(i).value().length() > rows[i].minLength())) {
                return true;
            }
        }
        return false;
    }

    private static List<Pattern> patterns(String written, char separator) {
        return parts(written, separator).stream().map(Pattern::parse).toList();
    }

    private static List<String> parts(String written, char separator) {
        return written.isEmpty() ? List.of() : List.of(written.split("[" + separator + "]", -1));
    }
}
