package dev.lotline.operations.billing.measuring;

import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.RateKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stock pays for its age. */
final class Ages {
    private final Quantities quantities;
    private final Rule rule;
    private final Rule.Age age;
    private final LocalDate day;
    private final Pools pools;

    Ages(Quantities quantities, Rule rule, Rule.Age age, LocalDate day, Pools pools) {
        this.quantities = quantities;
        this.rule = rule;
        this.age = age;
        this.day = day;
        this.pools = pools;
    }

    void measure(List<Presence> charged) {
        if (age.pool()) {
            charged.stream()
                    .collect(Collectors.groupingBy(
                            presence -> new Cell(
                                    presence.cell().owner(), presence.cell().sku(), "", ""),
                            TreeMap::new,
                            Collectors.toList()))
                    .forEach(this::pool);
            return;
        }
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

    /** All goods of an item together: as old as the receipts that are left when the oldest went first. */
    private void pool(Cell item, List<Presence> members) {
        BigDecimal all = members.stream()
                .map(member -> member.charged(rule.exemptHolds()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Pools.Layer> layers = pools.layers(item.owner(), item.sku(), day, all);
        for (int n = 0; n < age.bands().size(); n++) {
            Rule.Band band = age.bands().get(n);
            BigDecimal units = layers.stream()
                    .filter(layer -> band.covers(ChronoUnit.DAYS.between(layer.since(), day)))
                    .map(Pools.Layer::units)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal quantity = band.perVolume() == null || units.signum() == 0
                    ? BigDecimal.ZERO
                    : quantities.volume(item, members.get(0).goods(), units);
            if (quantity != null && units.signum() > 0) {
                quantities.add(item, new RateKey('A', n, false, ""), units, quantity);
            }
        }
    }
}
