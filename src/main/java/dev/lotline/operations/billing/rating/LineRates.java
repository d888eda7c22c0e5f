package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rates of plans whose lines are priced and rounded one by one, so that it can be done where they lie.
 *
 * @param units of the quantities, by rule
 */
public record LineRates(Currency currency, List<Entry> entries, Map<String, String> units) {

    /** Empty = lines of these versions hang together, in tiers, minimums or how they are rounded. */
    public static Optional<LineRates> of(PlanBook book, YearMonth month) {
        List<Entry> entries = new ArrayList<>();
        Map<String, String> units = new HashMap<>();
        Map<String, BigDecimal> bases = new HashMap<>();
        for (PlanBook.Version version : book.versions()) {
            RatePlan plan = version.plan();
            boolean alone = plan.level() == Terms.Level.LINE
                    && plan.mode() == RoundingMode.HALF_UP
                    && plan.minimums().equals(RatePlan.Minimums.NONE)
                    && plan.currency().equals(book.versions().get(0).plan().currency());
            for (Rule rule : plan.rules()) {
                int divisor = LinePrice.divisor(rule, month);
                BigDecimal base = rule.perUnitOfRate().multiply(BigDecimal.valueOf(divisor));
                BigDecimal same = bases.merge(rule.code(), base, (first, next) -> first);
                alone &= rule.everyDayAlike()
                        && rule.tiers() == null
                        && rule.basis() != Terms.Basis.FLAT
                        && same.compareTo(base) == 0;
                units.put(rule.code(), Parts.unit(rule));
                for (int n = 0; n < rule.rates().size(); n++) {
                    RateKey key = new RateKey('R', n, false, "");
                    String text = key.text();
                    entries.add(new Entry(
                            version.id(),
                            rule.code(),
                            text.substring(0, text.length() - 1),
                            LinePrice.rate(rule, key),
                            base,
                            divisor == 1 ? rule.perUnitOfRate() : null));
                }
            }
            if (!alone) {
                return Optional.empty();
            }
        }
        return book.versions().isEmpty()
                ? Optional.empty()
                : Optional.of(new LineRates(book.versions().get(0).plan().currency(), entries, units));
    }

    /**
     * @param key of a rate, without its storage class
     * @param base what quantity-days × rate is divided by
     * @param unit what quantity-days are divided by for their average where the rate is for a day; null = by base
     */
    public record Entry(
            long version,
            String rule,
            String key,
            BigDecimal rate,
            BigDecimal base,
            @Nullable BigDecimal unit) {}
}
