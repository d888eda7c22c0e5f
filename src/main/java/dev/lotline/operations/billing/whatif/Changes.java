package dev.lotline.operations.billing.whatif;

import dev.lotline.operations.billing.fees.There;
import dev.lotline.operations.billing.measuring.Observations;
import dev.lotline.operations.billing.measuring.Observations.Holding;
import dev.lotline.operations.billing.measuring.Pools;
import dev.lotline.operations.billing.measuring.StorageRating;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What will change what is paid, if nothing moves: seasons that begin, lots that grow older. Pure. */
final class Changes {
    static final int AHEAD = 62;

    private final PlanBook.Version version;
    private final There there;
    private final LocalDate first;
    private final List<Outlook.Change> found = new ArrayList<>();

    Changes(PlanBook.Version version, There there) {
        this.version = version;
        this.there = there;
        this.first = there.known().plusDays(1);
    }

    List<Outlook.Change> all() {
        for (Rule rule : version.plan().rules()) {
            seasons(rule);
            ages(rule);
        }
        return found;
    }

    private void seasons(Rule rule) {
        for (int n = 1; n <= AHEAD; n++) {
            LocalDate day = first.plusDays(n);
            if (!inSeason(rule, day).equals(inSeason(rule, day.minusDays(1)))) {
                add(Outlook.Kind.SEASON, day, rule, null, null, null, null);
            }
        }
    }

    private static List<Boolean> inSeason(Rule rule, LocalDate day) {
        return rule.rates().stream()
                .map(rate ->
                        rate.when().season() == null || rate.when().season().covers(day))
                .toList();
    }

    private void ages(Rule rule) {
        Rule.Age age = rule.age();
        if (age == null) {
            return;
        }
        if (age.pool()) {
            pools(rule, age);
            return;
        }
        Map<List<String>, List<Holding>> lots = there.observed().holdings().stream()
                .filter(holding -> rule.locationTypes().contains(type(holding)))
                .collect(Collectors.groupingBy(
                        holding -> List.of(holding.cell().sku(), holding.cell().lot())));
        lots.forEach((lot, holdings) -> age.bands().forEach(band -> {
            LocalDate on = holdings.get(0).received().plusDays(band.from());
            if (on.isAfter(first) && !on.isAfter(first.plusDays(AHEAD))) {
                BigDecimal units = holdings.stream().map(Holding::units).reduce(BigDecimal.ZERO, BigDecimal::add);
                add(Outlook.Kind.AGE_BAND, on, rule, lot.get(0), lot.get(1), units, amount(rule, age, holdings, on));
            }
        }));
    }

    /** Goods of an item are as old as the receipts that are left of it. */
    private void pools(Rule rule, Rule.Age age) {
        Pools pools = new Pools(there.observed());
        Map<String, List<Holding>> items = there.observed().holdings().stream()
                .filter(holding -> rule.locationTypes().contains(type(holding)))
                .collect(Collectors.groupingBy(holding -> holding.cell().sku()));
        items.forEach((sku, holdings) -> {
            Cell cell = holdings.get(0).cell();
            BigDecimal all = holdings.stream().map(Holding::units).reduce(BigDecimal.ZERO, BigDecimal::add);
            for (Pools.Layer layer : pools.layers(cell.owner(), sku, there.known(), all)) {
                List<Holding> asOne = List.of(
                        new Holding(cell, layer.units(), layer.since(), there.end(), layer.since(), false, null));
                age.bands().forEach(band -> {
                    LocalDate on = layer.since().plusDays(band.from());
                    if (on.isAfter(first) && !on.isAfter(first.plusDays(AHEAD))) {
                        String amount = amount(rule, age, asOne, on);
                        add(Outlook.Kind.AGE_BAND, on, rule, sku, null, layer.units(), amount);
                    }
                });
            }
        });
    }

    private String type(Holding holding) {
        Observations.Place place = there.observed().places().get(holding.cell().location());
        return place == null ? "" : place.type();
    }

    /** What these goods pay on the day on which the rule next asks. */
    private String amount(Rule rule, Rule.Age age, List<Holding> holdings, LocalDate on) {
        LocalDate asked = on;
        while (age.day() > 0 && asked.getDayOfMonth() != age.day()) {
            asked = asked.plusDays(1);
        }
        LocalDate day = asked;
        List<Holding> then = holdings.stream()
                .map(each -> new Holding(each.cell(), each.units(), day, day, each.received(), false, each.hold()))
                .toList();
        Observations observed =
                new Observations(there.observed().goods(), there.observed().places(), then);
        PlanBook book = new PlanBook(List.of(new PlanBook.Version(0, version.n(), day, version.plan())));
        return StorageRating.rate(book, observed, new Observations.Period(day, day)).lines().stream()
                .filter(line -> line.rule().equals(rule.code()))
                .map(Rating.Line::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private void add(
            Outlook.Kind kind,
            LocalDate on,
            Rule rule,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable BigDecimal units,
            @Nullable String amount) {
        long inDays = ChronoUnit.DAYS.between(first, on);
        String lotId = lot == null || lot.isEmpty() ? null : lot;
        found.add(new Outlook.Change(kind, on, inDays, null, null, rule.code(), sku, lotId, units, amount));
    }
}
