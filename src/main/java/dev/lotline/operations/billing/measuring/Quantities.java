package dev.lotline.operations.billing.measuring;

import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import dev.lotline.operations.billing.plan.Terms;
import dev.lotline.operations.billing.rating.Cell;
import dev.lotline.operations.billing.rating.PlanBook;
import dev.lotline.operations.billing.rating.RateKey;
import dev.lotline.operations.billing.rating.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a rule measures of the cells of a day. Everything that is there shares places; only what is chargeable pays. */
final class Quantities {
    private final PlanBook.Version version;
    private final RatePlan plan;
    private final Rule rule;
    private final LocalDate day;
    private final List<Presence> there;
    private final Shares shares;
    private final Pools pools;
    private final Set<Met> met;
    final List<Sample> samples = new ArrayList<>();
    final List<Sample.Unrated> unrated = new ArrayList<>();

    /** A cell that a rule has measured. */
    record Met(String rule, Cell cell) {}

    /**
     * @param there all that is in the house on the day, by its end or at any time of it, as the rule looks
     * @param pools when the goods of each item came
     * @param met what was measured earlier in the month; what is measured now is added
     */
    Quantities(PlanBook.Version version, Rule rule, LocalDate day, List<Presence> there, Pools pools, Set<Met> met) {
        this.version = version;
        this.plan = version.plan();
        this.rule = rule;
        this.day = day;
        this.there = there;
        this.shares = new Shares(there);
        this.pools = pools;
        this.met = met;
    }

    Quantities measure() {
        if (Looks.everyday(rule, day)) {
            List<Presence> charged = there.stream()
                    .filter(presence ->
                            rule.locationTypes().contains(presence.place().type())
                                    && presence.charged(rule.exemptHolds()).signum() > 0)
                    .toList();
            if (rule.kind() == Terms.Kind.OVERAGE) {
                overage(charged);
            } else if (rule.kind() == Terms.Kind.AGED && rule.age() != null) {
                new Ages(this, rule, rule.age(), day, pools).measure(charged);
            } else if (rule.basis().anywhere()) {
                grouped(charged);
            } else {
                charged.forEach(this::cell);
            }
        }
        return this;
    }

    private void cell(Presence presence) {
        boolean loose = rule.basis() == Terms.Basis.LPN && presence.plates().isEmpty();
        if (loose || !looks(presence.cell(), received(presence))) {
            return;
        }
        BigDecimal quantity = quantity(presence, rule.basis());
        if (quantity != null) {
            add(presence.cell(), presence, presence.charged(rule.exemptHolds()), quantity, received(presence));
        }
    }

    private boolean looks(Cell cell, LocalDate received) {
        return Looks.cell(rule, day, met.contains(new Met(rule.code(), cell)), received);
    }

    /** Null = not known, which is noted. */
    @Nullable
    BigDecimal quantity(Presence presence, Terms.Basis basis) {
        return switch (basis) {
            case UNIT -> presence.charged(rule.exemptHolds());
            case LOCATION_TYPE -> shares.place(presence);
            case LPN -> shares.plates(presence);
            case OCCUPIED_VOLUME -> {
                BigDecimal volume = presence.volume(plan);
                yield volume == null
                        ? none(presence.cell(), RefusalCode.LOCATION_VOLUME_MISSING)
                        : shares.volume(presence, volume);
            }
            case UNIT_VOLUME -> volume(presence.cell(), presence.goods(), presence.charged(rule.exemptHolds()));
            case CALCULATED_LOCATION, FLAT -> throw new IllegalStateException("of groups, not of cells");
        };
    }

    /** Of units alone; null = not known, which is noted. */
    @Nullable
    BigDecimal volume(Cell cell, Observations.Goods goods, BigDecimal units) {
        BigDecimal one = goods.volume();
        return one == null
                ? none(cell, RefusalCode.ITEM_DIMENSIONS_MISSING)
                : units.multiply(rule.minUnitVolume() == null ? one : one.max(rule.minUnitVolume()));
    }

    private @Nullable BigDecimal none(Cell cell, RefusalCode reason) {
        Sample.Unrated gap = new Sample.Unrated(day, cell, rule.code(), reason);
        if (unrated.isEmpty() || !unrated.get(unrated.size() - 1).equals(gap)) {
            unrated.add(gap);
        }
        return null;
    }

    private LocalDate received(Presence presence) {
        return rule.freeOf() == Terms.FreeOf.LOT ? presence.received() : presence.came();
    }

    /** Units of a lot, an item or an owner together, wherever they are. */
    private void grouped(List<Presence> charged) {
        Map<Cell, List<Presence>> groups = charged.stream()
                .collect(Collectors.groupingBy(presence -> group(presence.cell()), TreeMap::new, Collectors.toList()));
        groups.forEach((cell, members) -> {
            Presence first = members.get(0);
            BigDecimal units = members.stream()
                    .map(member -> member.charged(rule.exemptHolds()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            LocalDate received = members.stream()
                    .map(this::received)
                    .min(LocalDate::compareTo)
                    .orElse(day);
            if (!looks(cell, received)) {
                return;
            }
            BigDecimal quantity =
                    rule.basis() == Terms.Basis.FLAT ? BigDecimal.ONE : places(cell, first.goods(), units);
            if (quantity != null) {
                add(cell, first, units, quantity, received);
            }
        });
    }

    private Cell group(Cell cell) {
        return switch (rule.grain()) {
            case LOT -> new Cell(cell.owner(), cell.sku(), cell.lot(), "");
            case ITEM -> new Cell(cell.owner(), cell.sku(), "", "");
            case OWNER -> new Cell(cell.owner(), "", "", "");
        };
    }

    /** How many places of the rule these units would fill. */
    private @Nullable BigDecimal places(Cell cell, Observations.Goods goods, BigDecimal units) {
        BigDecimal each = goods.unitsPerLocation() == null ? rule.unitsPerLocation() : goods.unitsPerLocation();
        if (each == null && rule.locationVolume() != null) {
            if (goods.volume() == null) {
                return none(cell, RefusalCode.ITEM_DIMENSIONS_MISSING);
            }
            BigDecimal fill = rule.fill() == null ? plan.fill() : rule.fill();
            each = rule.locationVolume().multiply(fill).divide(goods.volume(), 0, RoundingMode.DOWN);
        }
        if (each == null || each.signum() == 0) {
            return none(cell, RefusalCode.ITEM_LARGER_THAN_LOCATION);
        }
        return units.divide(each, 0, RoundingMode.UP);
    }

    private void overage(List<Presence> charged) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Presence presence : charged) {
            BigDecimal quantity = quantity(presence, rule.basis());
            if (quantity != null) {
                sums.merge(presence.cell().owner(), quantity, BigDecimal::add);
            }
        }
        BigDecimal limit =
                rule.overage() == null ? BigDecimal.ZERO : rule.overage().limit();
        sums.forEach((owner, sum) -> {
            if (sum.compareTo(limit) > 0) {
                add(new Cell(owner, "", "", ""), new RateKey('O', 0, false, ""), BigDecimal.ZERO, sum.subtract(limit));
            }
        });
    }

    private void add(Cell cell, Presence presence, BigDecimal units, BigDecimal quantity, LocalDate received) {
        Rule.Traits traits = presence.traits(plan, rule.basis().anywhere());
        String storageClass = traits.storageClass() == null ? "" : traits.storageClass();
        if (day.isBefore(rule.charged(received))) {
            add(cell, new RateKey('F', 0, false, storageClass), units, quantity);
        } else if (rule.tiers() != null) {
            add(cell, new RateKey('T', 0, false, storageClass), units, quantity);
        } else {
            boolean half = rule.gap() == Terms.Gap.HALF && day.getDayOfMonth() > 1;
            add(cell, new RateKey('R', rate(traits), half, storageClass), units, quantity);
        }
    }

    void add(Cell cell, RateKey key, BigDecimal units, BigDecimal quantity) {
        met.add(new Met(rule.code(), cell));
        samples.add(new Sample(day, cell, rule.code(), version.id(), key.text(), units, quantity));
    }

    /** The first rate whose conditions hold; a plan that was read has one for everything. */
    private int rate(Rule.Traits traits) {
        for (int n = 0; n < rule.rates().size(); n++) {
            if (rule.rates().get(n).when().holds(traits, day)) {
                return n;
            }
        }
        throw new IllegalStateException("no rate of " + rule.code() + " for " + traits + " on " + day);
    }
}
