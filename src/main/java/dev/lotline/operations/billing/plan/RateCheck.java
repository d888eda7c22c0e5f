package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether every cell has one rate on every day of the year, and every rate a cell that it is for. */
final class RateCheck {
    /** So many kinds of cells are tried; a plan with more of them needs a last rate for all others. */
    private static final int MOST_KINDS = 5000;

    private static final String OTHER = "\u0000other";
    private static final List<MonthDay> YEAR = Stream.iterate(LocalDate.of(2025, 1, 1), day -> day.plusDays(1))
            .limit(365)
            .map(MonthDay::from)
            .toList();

    private final String pointer;
    private final Rule rule;
    private final Set<String> sizeClasses;
    private final List<PlanProblem> problems;

    RateCheck(String pointer, Rule rule, Set<String> sizeClasses, List<PlanProblem> problems) {
        this.pointer = pointer;
        this.rule = rule;
        this.sizeClasses = sizeClasses;
        this.problems = problems;
    }

    void check() {
        List<Rule.Rate> rates = rule.rates();
        for (int n = 0; n < rates.size(); n++) {
            Rule.When when = rates.get(n).when();
            if (when.sizeClass() != null && !sizeClasses.contains(when.sizeClass())) {
                problem(RefusalCode.PLAN_VALUE_UNKNOWN, n + "/when/sizeClass", "is not a size class of this plan");
            }
            for (int before = 0; before < n; before++) {
                if (shadowed(rates.get(before).when(), when, n)) {
                    break;
                }
            }
        }
        if (!rates.isEmpty() && !rates.get(rates.size() - 1).when().equals(Rule.When.ALWAYS)) {
            covered();
        }
    }

    /** Notes when the earlier one leaves nothing, or a part of the year only, to the later one. */
    private boolean shadowed(Rule.When earlier, Rule.When later, int n) {
        Season before = earlier.season();
        Season after = later.season();
        if (before != null && after != null && earlier.withoutSeason().equals(later.withoutSeason())) {
            boolean twice = YEAR.stream().anyMatch(day -> before.covers(day) && after.covers(day));
            if (twice) {
                problem(RefusalCode.PLAN_SEASON_OVERLAP, n + "/when/season", "covers days of an earlier season again");
            }
            return twice;
        }
        boolean wider = any(earlier.sizeClass(), later.sizeClass())
                && any(earlier.temperatureClass(), later.temperatureClass())
                && any(earlier.hazmat(), later.hazmat())
                && any(earlier.storageClass(), later.storageClass())
                && any(earlier.zone(), later.zone());
        boolean allDays = before == null
                || (after != null && YEAR.stream().allMatch(day -> before.covers(day) || !after.covers(day)));
        if (wider && allDays) {
            problem(
                    RefusalCode.PLAN_RATE_UNREACHABLE,
                    String.valueOf(n),
                    "an earlier rate takes all that this one is for");
        }
        return wider && allDays;
    }

    private static boolean any(@Nullable Object earlier, @Nullable Object later) {
        return earlier == null || earlier.equals(later);
    }

    private void covered() {
        Set<RefusalCode> told = new LinkedHashSet<>();
        List<Rule.Traits> kinds = kinds();
        if (kinds.size() > MOST_KINDS) {
            problem(
                    RefusalCode.PLAN_RATE_MISSING,
                    "",
                    "needs a last rate without conditions: there are too many classes");
            return;
        }
        for (Rule.Traits kind : kinds) {
            List<Rule.When> fits = rule.rates().stream()
                    .map(Rule.Rate::when)
                    .filter(when -> when.holds(kind))
                    .toList();
            if (fits.isEmpty() && told.add(RefusalCode.PLAN_RATE_MISSING)) {
                problem(RefusalCode.PLAN_RATE_MISSING, "", "there is no rate for " + words(kind));
            }
            boolean gap = !fits.isEmpty()
                    && fits.stream().noneMatch(when -> when.season() == null)
                    && !YEAR.stream().allMatch(day -> fits.stream().anyMatch(when -> covers(when, day)));
            if (gap && told.add(RefusalCode.PLAN_SEASON_GAP)) {
                problem(RefusalCode.PLAN_SEASON_GAP, "", "days of the year have no rate for " + words(kind));
            }
        }
    }

    private static boolean covers(Rule.When when, MonthDay day) {
        return when.season() == null || when.season().covers(day);
    }

    private List<Rule.Traits> kinds() {
        boolean bySize = rule.rates().stream().anyMatch(rate -> rate.when().sizeClass() != null);
        List<Rule.Traits> kinds = new ArrayList<>();
        for (String size : bySize ? sizeClasses : Set.of(OTHER)) {
            for (String temperature : named(Rule.When::temperatureClass)) {
                for (String storage : rule.basis().anywhere() ? Set.of(OTHER) : Set.of("BIN", "SHELF", "PALLET")) {
                    for (String zone : named(Rule.When::zone)) {
                        kinds.add(new Rule.Traits(size, temperature, true, storage, zone));
                        kinds.add(new Rule.Traits(size, temperature, false, storage, zone));
                        if (kinds.size() > MOST_KINDS) {
                            return kinds;
                        }
                    }
                }
            }
        }
        return kinds;
    }

    private Set<String> named(Function<Rule.When, @Nullable String> part) {
        Set<String> names = new LinkedHashSet<>(Set.of(OTHER));
        rule.rates().forEach(rate -> {
            String name = part.apply(rate.when());
            if (name != null) {
                names.add(name);
            }
        });
        return names;
    }

    private static String words(Rule.Traits kind) {
        return Stream.of(
                        kind.storageClass(),
                        kind.sizeClass(),
                        kind.temperatureClass(),
                        kind.zone(),
                        kind.hazmat() ? "hazmat" : OTHER)
                .filter(part -> part != null && !part.equals(OTHER))
                .toList()
                .toString();
    }

    private void problem(RefusalCode code, String where, String message) {
        problems.add(new PlanProblem(code, where.isEmpty() ? pointer : pointer + "/" + where, message));
    }
}
