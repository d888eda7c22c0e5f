package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.RateKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What stock pays for its age. */
final class Ages {
    private final Quantities quantities;
    private final Rule rule;
    private final Rule.Age age;
    private final LocalDate day;

    Ages(Quantities quantities, Rule rule, Rule.Age age, LocalDate day) {
        this.quantities = quantities;
        this.rule = rule;
        this.age = age;
        this.day = day;
    }

    void measure(List<Presence> charged) {
        for (Presence presence : charged) {
            long days = ChronoUnit.DAYS.between(presence.received(), day);
            for (int n = 0; n < age.bands().size(); n++) {
                if (age.bands().get(n).covers(days)) {
                    band(presence, n);
                }
            }
        }
    }

    private void band(Presence presence, int n) {
        BigDecimal units = presence.charged(rule.exemptHolds());
        boolean byVolume = age.bands().get(n).perVolume() != null;
        BigDecimal quantity = byVolume ? quantities.quantity(presence, rule.basis()) : BigDecimal.ZERO;
        if (quantity != null) {
            RateKey key = new RateKey('A', n, false, presence.place().storageClass());
            quantities.add(presence.cell(), key, units, quantity);
        }
    }
}
