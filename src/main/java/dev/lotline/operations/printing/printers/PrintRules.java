package dev.lotline.operations.printing.printers;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which group prints a label: the most specific rule that fits, then the first. */
public final class PrintRules {
    /**
     * A rule; what is null fits everything.
     *
     * @param group code of the group it leads to
     */
    public record Rule(
            @Nullable String kind,
            @Nullable String owner,
            @Nullable String dock,
            @Nullable String zone,
            @Nullable String device,
            String group) {}

    /** What is known about where a label is wanted. */
    public record Wanted(
            String kind,
            @Nullable String owner,
            @Nullable String dock,
            @Nullable String zone,
            @Nullable String device) {}

    private PrintRules() {}

    /**
     * The group's code, null if no rule fits.
     *
     * @param rules in their order
     */
    public static @Nullable String group(List<Rule> rules, Wanted wanted) {
        return rules.stream()
                .filter(rule -> fits(rule.kind, wanted.kind)
                        && fits(rule.owner, wanted.owner)
                        && fits(rule.dock, wanted.dock)
                        && fits(rule.zone, wanted.zone)
                        && fits(rule.device, wanted.device))
                .max(Comparator.comparingInt(PrintRules::weight)
                        .thenComparing(rules::indexOf, Comparator.reverseOrder()))
                .map(Rule::group)
                .orElse(null);
    }

    private static boolean fits(@Nullable String rule, @Nullable String wanted) {
        return rule == null || rule.equals(wanted);
    }

    /** A device says more than a dock, a dock more than a zone, and so on. */
    private static int weight(Rule rule) {
        return (rule.device == null ? 0 : 16)
                + (rule.dock == null ? 0 : 8)
                + (rule.zone == null ? 0 : 4)
                + (rule.owner == null ? 0 : 2)
                + (rule.kind == null ? 0 : 1);
    }
}
