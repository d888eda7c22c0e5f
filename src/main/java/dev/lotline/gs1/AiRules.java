package dev.lotline.gs1;

import dev.lotline.gs1.ElementString.Element;
import dev.lotline.gs1.ScanIssue.Code;
import java.util.ArrayList;
import java.util.List;

/** Which application identifiers need or exclude each other; broken rules are warnings, over one whole label. */
public final class AiRules {

    /** AIs by pattern: {@code 310n} is 3100 to 3109. The number of digits can't be mixed up: AIs have no common number. */
    record Pattern(int low, int high) {
        static Pattern parse(String written) {
            return new Pattern(
                    Integer.parseInt(written.replace('n', '0')), Integer.parseInt(written.replace('n', '9')));
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
        int[] numbers = new int[elements.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = table.get(elements.get(i).ai());
            numbers[i] = AiTable.number(rows[i].ai());
        }
        List<ScanIssue> issues = new ArrayList<>(0);
        for (int i = 0; i < rows.length; i++) {
            addMissing(rows[i], numbers, issues);
            addExcluded(rows, numbers, i, issues);
        }
        return issues;
    }

    private static void addMissing(ApplicationIdentifier row, int[] numbers, List<ScanIssue> issues) {
        List<Need> needs = row.pairs().needs();
        for (int i = 0; i < needs.size(); i++) {
            if (!holds(needs.get(i), numbers)) {
                issues.add(ScanIssue.of(
                        Code.PAIR_MISSING,
                        row.ai(),
                        null,
                        "needs " + needs.get(i).written()));
            }
        }
    }

    private static void addExcluded(ApplicationIdentifier[] rows, int[] numbers, int first, List<ScanIssue> issues) {
        for (int second = first + 1; second < rows.length; second++) {
            if (numbers[first] != numbers[second]
                    && (rows[first].pairs().exclude(numbers[second])
                            || rows[second].pairs().exclude(numbers[first]))) {
                issues.add(ScanIssue.of(
                        Code.PAIR_EXCLUDED, rows[first].ai(), null, "not together with " + rows[second].ai()));
            }
        }
    }

    private static boolean holds(Need need, int[] numbers) {
        for (int i = 0; i < need.alternatives().size(); i++) {
            if (allThere(need.alternatives().get(i), numbers)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allThere(List<Pattern> patterns, int[] numbers) {
        for (int i = 0; i < patterns.size(); i++) {
            boolean there = false;
            for (int number : numbers) {
                there |= patterns.get(i).has(number);
            }
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private static List<Pattern> patterns(String written, char separator) {
        return parts(written, separator).stream().map(Pattern::parse).toList();
    }

    private static List<String> parts(String written, char separator) {
        return written.isEmpty() ? List.of() : List.of(written.split("[" + separator + "]", -1));
    }
}
