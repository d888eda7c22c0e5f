package dev.lotline.operations.billing.rating;

import dev.lotline.operations.billing.money.Fraction;
import dev.lotline.operations.billing.plan.RatePlan;
import dev.lotline.operations.billing.plan.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is added to, or taken off, the lines of an owner in a month, in the order in which it must be done. */
final class Adjustments {
    private final PlanBook book;
    private final List<Rating.Line> lines;
    private final List<Sample.Level> levels;
    private final List<Rating.Adjustment> found = new ArrayList<>();

    Adjustments(PlanBook book, List<Rating.Line> lines, List<Sample.Level> levels) {
        this.book = book;
        this.lines = lines;
        this.levels = levels;
    }

    List<Rating.Adjustment> all() {
        Map<String, List<Rating.Line>> months = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.month() + "\n" + line.cell().owner(), TreeMap::new, Collectors.toList()));
        months.values().forEach(this::month);
        return found;
    }

    private void month(List<Rating.Line> ofMonth) {
        YearMonth month = ofMonth.get(0).month();
        String owner = ofMonth.get(0).cell().owner();
        RatePlan plan = book.on(month.atEndOfMonth()).orElseThrow().plan();
        RatePlan.Minimums minimums = plan.minimums();
        boolean any = ofMonth.stream().anyMatch(line -> line.quantityDays().signum() > 0);
        if (minimums.equals(RatePlan.Minimums.NONE) || !any) {
            return;
        }
        int before = found.size();
        groups(ofMonth, "MINIMUM_LOT", minimums.lot(), before);
        groups(ofMonth, "MINIMUM_SKU", minimums.sku(), before);
        byVolume(plan, month, owner);
        BigDecimal total = ofMonth.stream().map(Rating.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        total = total.add(since(before));
        if (minimums.owner() != null && total.compareTo(minimums.owner()) < 0) {
            add(month, owner, "MINIMUM_OWNER", "", "", minimums.owner().subtract(total), plan);
            total = minimums.owner();
        }
        if (minimums.chargeFrom() != null && total.compareTo(minimums.chargeFrom()) < 0) {
            add(month, owner, "CHARGE_FROM", "", "", total.negate(), plan);
        }
    }

    private BigDecimal since(int before) {
        return found.subList(before, found.size()).stream()
                .map(Rating.Adjustment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The minimum of each lot, or of each item with what its lots were raised by. */
    private void groups(List<Rating.Line> ofMonth, String kind, @Nullable BigDecimal least, int before) {
        if (least == null) {
            return;
        }
        boolean byLot = kind.equals("MINIMUM_LOT");
        List<Rating.Adjustment> earlier = List.copyOf(found.subList(before, found.size()));
        ofMonth.stream()
                .filter(line -> !line.cell().sku().isEmpty())
                .collect(Collectors.groupingBy(
                        line -> new Cell(
                                line.cell().owner(),
                                line.cell().sku(),
                                byLot ? line.cell().lot() : "",
                                ""),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((cell, members) -> {
                    BigDecimal sum = members.stream().map(Rating.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                    for (Rating.Adjustment raised : earlier) {
                        sum = !byLot && raised.sku().equals(cell.sku()) ? sum.add(raised.amount()) : sum;
                    }
                    boolean there = members.stream()
                            .anyMatch(line -> line.quantityDays().signum() > 0);
                    if (there && sum.compareTo(least) < 0) {
                        YearMonth month = members.get(0).month();
                        found.add(new Rating.Adjustment(
                                month, cell.owner(), kind, cell.sku(), cell.lot(), least.subtract(sum)));
                    }
                });
    }

    /** Volume that is free, and volume that is paid for though it is not used: day by day, rounded once. */
    private void byVolume(RatePlan plan, YearMonth month, String owner) {
        RatePlan.Minimums minimums = plan.minimums();
        if (plan.base().isEmpty() || (minimums.allowance() == null && minimums.billedVolume() == null)) {
            return;
        }
        String base = plan.base().get().code();
        Map<LocalDate, List<Sample.Level>> days = levels.stream()
                .filter(level -> YearMonth.from(level.day()).equals(month)
                        && level.owner().equals(owner)
                        && level.rule().equals(base))
                .collect(Collectors.groupingBy(Sample.Level::day, TreeMap::new, Collectors.toList()));
        Fraction free = Fraction.ZERO;
        Fraction more = Fraction.ZERO;
        for (Map.Entry<LocalDate, List<Sample.Level>> day : days.entrySet()) {
            BigDecimal sum =
                    day.getValue().stream().map(Sample.Level::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (minimums.allowance() != null && sum.signum() > 0) {
                Fraction all = day.getValue().stream()
                        .map(level -> money(level, month))
                        .reduce(Fraction.ZERO, Fraction::plus);
                free = free.plus(all.times(minimums.allowance().min(sum)).over(sum));
            }
            if (minimums.billedVolume() != null && sum.compareTo(minimums.billedVolume()) < 0) {
                more = more.plus(
                        raise(day.getKey(), month, base, minimums.billedVolume().subtract(sum)));
            }
        }
        add(
                month,
                owner,
                "ALLOWANCE",
                "",
                "",
                free.rounded(plan.decimals(), plan.mode()).negate(),
                plan);
        add(month, owner, "MINIMUM_VOLUME", "", "", more.rounded(plan.decimals(), plan.mode()), plan);
    }

    private Fraction money(Sample.Level level, YearMonth month) {
        Rule rule = book.version(level.version()).rule(level.rule());
        return new Fraction(
                level.quantity().multiply(LinePrice.rate(rule, RateKey.parse(level.key()))), divisor(rule, month));
    }

    /** At the rate that holds for what no condition names. */
    private Fraction raise(LocalDate day, YearMonth month, String base, BigDecimal quantity) {
        Rule rule = book.on(day).orElseThrow().rule(base);
        Rule.Traits plain = new Rule.Traits(RatePlan.OVERSIZE, null, false, null, null);
        BigDecimal rate = rule.rates().stream()
                .filter(each -> each.when().holds(plain, day))
                .findFirst()
                .orElse(rule.rates().get(rule.rates().size() - 1))
                .rate();
        return new Fraction(quantity.multiply(rate), divisor(rule, month));
    }

    private static BigDecimal divisor(Rule rule, YearMonth month) {
        return rule.perUnitOfRate().multiply(BigDecimal.valueOf(LinePrice.divisor(rule, month)));
    }

    private void add(
            YearMonth month, String owner, String kind, String sku, String lot, BigDecimal amount, RatePlan plan) {
        if (amount.signum() != 0) {
            found.add(new Rating.Adjustment(month, owner, kind, sku, lot, amount.setScale(plan.decimals())));
        }
    }
}
