package dev.lotline.edge.console.fees;

import dev.lotline.operations.billing.fees.Explained;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines opened up: each as an equation that gives its cents. */
public record WhyView(MonthView.Asked asked, List<Line> lines, BigDecimal total) {
    private static final int SHOWN = 3;
    private static final int EXACT = 8;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 90;

    /**
     * @param exact sum of its steps before rounding
     * @param sums its steps give the amount; false where steps of several lines are priced together
     */
    public record Line(
            String sku,
            @Nullable String lot,
            @Nullable Long lotId,
            String location,
            String rule,
            String unit,
            List<Step> steps,
            String exact,
            String amount,
            boolean sums) {
        /** Places of units of another kind are counted, not measured. */
        public String measure() {
            return switch (unit) {
                case "FT3" -> "ft³";
                case "M3" -> "m³";
                default -> unit.toLowerCase(java.util.Locale.ROOT);
            };
        }
    }

    /**
     * Days at one rate: quantity × days = quantityDays; × rate ÷ divisor = amount.
     *
     * @param amount 8 decimals; null where tiers or bands make it
     * @param x of its bar in the picture of the month
     */
    public record Step(
            Rating.Part part,
            String quantity,
            String quantityDays,
            @Nullable String amount,
            Explained.@Nullable Origin origin,
            int x,
            int width,
            int y,
            int height) {}

    static WhyView of(MonthView.Asked asked, List<Explained> explained) {
        List<Line> lines =
                explained.stream().map(each -> line(asked.month(), each)).toList();
        BigDecimal total =
                explained.stream().map(each -> each.line().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WhyView(asked, lines, total);
    }

    private static Line line(YearMonth month, Explained explained) {
        Rating.Line line = explained.line();
        BigDecimal most = line.segments().stream()
                .map(Rating.Part::quantity)
                .reduce(BigDecimal.ONE.movePointLeft(SHOWN), BigDecimal::max);
        List<Step> steps = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        boolean priced = true;
        for (int n = 0; n < line.segments().size(); n++) {
            Rating.Part part = line.segments().get(n);
            BigDecimal amount = amount(part);
            priced &= amount != null;
            sum = amount == null ? sum : sum.add(amount);
            Explained.Origin origin =
                    n < explained.origins().size() ? explained.origins().get(n) : null;
            steps.add(step(month, part, amount, most, origin));
        }
        String lot = line.cell().lot();
        return new Line(
                line.cell().sku(),
                explained.lot(),
                lot.isEmpty() ? null : Long.valueOf(lot),
                line.cell().location(),
                line.rule(),
                line.unit(),
                steps,
                line.exact().setScale(EXACT, RoundingMode.HALF_UP).toPlainString(),
                line.amount().toPlainString(),
                priced && sum.subtract(line.exact()).abs().compareTo(BigDecimal.ONE.movePointLeft(EXACT)) < 0);
    }

    private static Step step(
            YearMonth month,
            Rating.Part part,
            @Nullable BigDecimal amount,
            BigDecimal most,
            Explained.@Nullable Origin origin) {
        int days = month.lengthOfMonth();
        int height = Math.max(1, Bars.part(part.quantity(), most, HEIGHT));
        int x = WIDTH * (part.from().getDayOfMonth() - 1) / days;
        int end = WIDTH * part.to().getDayOfMonth() / days;
        return new Step(
                part,
                shown(part.quantity()),
                shown(part.quantityDays()),
                amount == null
                        ? null
                        : amount.setScale(EXACT, RoundingMode.HALF_UP).toPlainString(),
                origin,
                x,
                Math.max(1, end - x),
                HEIGHT - height,
                height);
    }

    /** Null where it goes by steps or bands; nothing on free days. */
    private static @Nullable BigDecimal amount(Rating.Part part) {
        if (part.key().startsWith("F")) {
            return BigDecimal.ZERO;
        }
        BigDecimal rate = part.rate();
        return rate == null
                ? null
                : part.quantityDays().multiply(rate).divide(BigDecimal.valueOf(part.divisor()), MathContext.DECIMAL128);
    }

    private static String shown(BigDecimal quantity) {
        return quantity.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
