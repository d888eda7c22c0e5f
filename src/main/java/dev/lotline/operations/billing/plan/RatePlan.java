package dev.lotline.operations.billing.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant pays by: small rules, each of which looks at every cell on every day. Complete: what a definition
 * leaves out has its default here.
 *
 * @param fill part of a place that goods can fill, 0.05 to 1
 * @param defaultVolumes mm³ of a place without capacity, by storage class
 * @param sizeClasses the first that fits an item is its class; none = OVERSIZE
 */
public record RatePlan(
        String code,
        Currency currency,
        Terms.Level level,
        RoundingMode mode,
        BigDecimal fill,
        Map<String, BigDecimal> defaultVolumes,
        List<SizeClass> sizeClasses,
        List<Rule> rules,
        Minimums minimums) {
    /** The class of an item that is too large for all others, or of unknown size. */
    public static final String OVERSIZE = "OVERSIZE";

    /**
     * @param longest most millimetres of the longest side, and so on; null = no limit
     * @param weight in the unit that items are weighed in
     */
    public record SizeClass(
            String name,
            @Nullable BigDecimal longest,
            @Nullable BigDecimal median,
            @Nullable BigDecimal shortest,
            @Nullable BigDecimal weight) {}

    /**
     * Money per calendar month, not prorated; null = none.
     *
     * @param billedVolume mm³ that an owner pays for on every day
     * @param allowance mm³ that are free for an owner on every day
     * @param chargeFrom an owner whose total is below it pays nothing
     */
    public record Minimums(
            @Nullable BigDecimal line,
            @Nullable BigDecimal lot,
            @Nullable BigDecimal sku,
            @Nullable BigDecimal owner,
            @Nullable BigDecimal billedVolume,
            @Nullable BigDecimal allowance,
            @Nullable BigDecimal chargeFrom) {
        public static final Minimums NONE = new Minimums(null, null, null, null, null, null, null);
    }

    /** Minor units of the currency: USD 2, JPY 0, KWD 3. */
    public int decimals() {
        return currency.getDefaultFractionDigits();
    }

    /** Whether each line is priced and rounded by itself, with no sums of an owner or an item that it is a part of. */
    public boolean linesAlone() {
        return level == Terms.Level.LINE
                && minimums.equals(Minimums.NONE)
                && rules.stream().allMatch(rule -> rule.tiers() == null && rule.grain() != Terms.Grain.OWNER);
    }

    public Optional<Rule> rule(String ruleCode) {
        return rules.stream().filter(rule -> rule.code().equals(ruleCode)).findFirst();
    }

    /** The rule whose rate minimum volume and allowance go by: the first storage fee of a volume. */
    public Optional<Rule> base() {
        return rules.stream()
                .filter(rule ->
                        rule.kind() == Terms.Kind.STORAGE && rule.basis().volume())
                .findFirst();
    }

    /** Sides in millimetres, longest first; empty = not known. */
    public String sizeClass(List<BigDecimal> sides, @Nullable BigDecimal weight) {
        if (sides.size() != 3) {
            return OVERSIZE;
        }
        return sizeClasses.stream()
                .filter(size -> fits(sides.get(0), size.longest())
                        && fits(sides.get(1), size.median())
                        && fits(sides.get(2), size.shortest())
                        && (size.weight() == null || (weight != null && fits(weight, size.weight()))))
                .map(SizeClass::name)
                .findFirst()
                .orElse(OVERSIZE);
    }

    private static boolean fits(BigDecimal value, @Nullable BigDecimal most) {
        return most == null || value.compareTo(most) <= 0;
    }
}
