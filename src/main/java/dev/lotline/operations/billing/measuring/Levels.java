package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.RateKey;
import dev.lotline.operations.billing.rating.Sample;
import dev.lotline.operations.billing.rating.Sample.Level;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much an owner has on each day, for the rules that go by it: tiers, and the one of free and minimum volume. */
final class Levels {
    private Levels() {}

    static List<Level> of(PlanBook book, List<Sample> samples) {
        Map<Level, BigDecimal> sums = new LinkedHashMap<>();
        for (Sample sample : samples) {
            PlanBook.Version version = book.version(sample.version());
            Rule rule = version.rule(sample.rule());
            Rule.Tiers tiers = rule.tiers();
            boolean asked =
                    tiers != null || version.plan().base().filter(rule::equals).isPresent();
            if (asked && !RateKey.parse(sample.key()).free()) {
                boolean byItem = tiers != null && tiers.grain() == Terms.Grain.ITEM;
                Level key = new Level(
                        sample.day(),
                        sample.cell().owner(),
                        sample.rule(),
                        sample.version(),
                        sample.key(),
                        byItem ? sample.cell().sku() : "",
                        BigDecimal.ZERO);
                sums.merge(key, sample.quantity(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Level(
                        sum.getKey().day(),
                        sum.getKey().owner(),
                        sum.getKey().rule(),
                        sum.getKey().version(),
                        sum.getKey().key(),
                        sum.getKey().sku(),
                        sum.getValue()))
                .toList();
    }
}
