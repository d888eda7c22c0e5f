package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all cells of an owner, or of an item, cost together under a rule with tiers. */
final class TierPrice {
    private TierPrice() {}

    /** @param levels of one month, one rule and one owner or item */
    static Fraction of(PlanBook book, YearMonth month, List<Sample.Level> levels) {
        Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
        Map<LocalDate, Rule> rules = new TreeMap<>();
        for (Sample.Level level : levels) {
            byDay.merge(level.day(), level.quantity(), BigDecimal::add);
            rules.put(level.day(), book.version(level.version()).rule(level.rule()));
        }
        Fraction sum = Fraction.ZERO;
        for (Map.Entry<LocalDate, Rule> day : rules.entrySet()) {
            Rule rule = day.getValue();
            BigDecimal quantity = byDay.getOrDefault(day.getKey(), BigDecimal.ZERO);
            BigDecimal divisor = rule.perUnitOfRate().multiply(BigDecimal.valueOf(LinePrice.divisor(rule, month)));
            if (rule.tiers() != null) {
                sum = sum.plus(new Fraction(money(rule.tiers(), quantity), divisor));
            }
        }
        return sum;
    }

    private static BigDecimal money(Rule.Tiers tiers, BigDecimal quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (int n = 0; n < tiers.steps().size(); n++) {
            Rule.Step step = tiers.steps().get(n);
            if (quantity.compareTo(step.above()) > 0) {
                BigDecimal end = n + 1 < tiers.steps().size()
                        ? quantity.min(tiers.steps().get(n + 1).above())
                        : quantity;
                sum = sum.add(end.subtract(step.above()).multiply(step.rate()));
                reached = step.rate();
            }
        }
        return tiers.mode() == Terms.TierMode.WHOLE ? quantity.multiply(reached) : sum;
    }
}
