package dev.lotline.edge.api.billing;

import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a month costs, as it is answered; amounts are decimal strings. */
@Schema(name = "StorageFees")
record FeeAnswer(
        @Nullable String currency,

        @Schema(description = "Of the days that are closed.")
        String accrued,

        @Schema(description = "Of the whole month, if nothing moves; at least, while something is unrated.")
        String estimate,

        @Schema(description = "Cells that could not be measured.")
        int unrated,

        List<House> warehouses,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Gap> gaps,
        @Nullable String next) {

    private static final int MOST = 500;

    /** By what lines are summed. */
    enum GroupBy {
        LOT,
        SKU,
        LOCATION,
        CLASS
    }

    @Schema(name = "StorageFeesWarehouse")
    record House(String warehouse, @Nullable LocalDate asOf, String accrued, String estimate) {}

    /**
     * @param places how many cells are in it
     * @param averageQuantity on a day, in {@code unit}
     */
    @Schema(name = "StorageFeesLine")
    record Line(
            String warehouse,
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable String lot,
            @Nullable String location,
            @Nullable String storageClass,
            String rule,
            String unit,
            int places,
            int days,
            BigDecimal averageQuantity,
            @Nullable String rate,
            String accrued,
            String estimate) {
        String key() {
            return String.join("\n", warehouse, or(sku), or(lotId), or(location), or(storageClass), rule);
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    private static final class Sum {
        private BigDecimal accrued = BigDecimal.ZERO;
        private BigDecimal estimate = BigDecimal.ZERO;
        private BigDecimal average = BigDecimal.ZERO;
        private int places;
        private int days;
        private @Nullable String rate;
        private Rating.@Nullable Line first;

        void add(Rating.Line line, boolean whole) {
            if (whole) {
                estimate = estimate.add(line.amount());
                average = average.add(line.averageQuantity());
                places++;
                first = first == null ? line : first;
                Rating.Part last = line.segments().get(line.segments().size() - 1);
                rate = last.rate() == null ? rate : last.rate().toPlainString();
                days = Math.max(
                        days,
                        line.segments().stream().mapToInt(Rating.Part::days).sum());
            } else {
                accrued = accrued.add(line.amount());
            }
        }
    }

    static FeeAnswer of(List<Estimate> estimates, GroupBy by, String after, int limit) {
        List<Line> page = estimates.stream()
                .flatMap(each -> lines(each, by).stream())
                .filter(line -> line.key().compareTo(after) > 0)
                .sorted(Comparator.comparing(Line::key))
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        List<Gap> gaps = gaps(estimates);
        return new FeeAnswer(
                estimates.stream()
                        .map(each -> each.estimate().currency())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                total(estimates, Estimate::accrued),
                total(estimates, Estimate::estimate),
                gaps.size(),
                estimates.stream().map(FeeAnswer::house).toList(),
                more ? page.subList(0, limit) : page,
                adjustments(estimates),
                gaps,
                more ? page.get(limit - 1).key() : null);
    }

    private static House house(Estimate each) {
        String accrued = each.accrued().total().toPlainString();
        return new House(
                each.warehouse(), each.asOf(), accrued, each.estimate().total().toPlainString());
    }

    private static List<Adjustment> adjustments(List<Estimate> estimates) {
        List<Adjustment> all = new ArrayList<>();
        for (Estimate each : estimates) {
            for (Rating.Adjustment raised : each.estimate().adjustments()) {
                String amount = raised.amount().toPlainString();
                all.add(new Adjustment(
                        each.warehouse(), raised.kind(), none(raised.sku()), none(raised.lot()), amount));
            }
        }
        return all.stream().limit(MOST).toList();
    }

    private static List<Gap> gaps(List<Estimate> estimates) {
        List<Gap> all = new ArrayList<>();
        for (Estimate each : estimates) {
            for (Estimate.Unrated gap : each.unrated()) {
                all.add(new Gap(
                        each.warehouse(),
                        gap.sku(),
                        gap.lotId(),
                        gap.location(),
                        gap.rule(),
                        gap.reason(),
                        gap.lastDay(),
                        gap.days()));
            }
        }
        return all;
    }

    /** The key of the last line as a cursor. */
    FeeAnswer withCursor() {
        String cursor = next == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8));
        return new FeeAnswer(currency, accrued, estimate, unrated, warehouses, lines, adjustments, gaps, cursor);
    }

    /** All lines, for a file. */
    static List<Line> lines(Estimate estimate, GroupBy by) {
        Map<Line, Sum> sums = new HashMap<>();
        for (Rating.Line line : estimate.estimate().lines()) {
            sums.computeIfAbsent(group(estimate, line, by), none -> new Sum()).add(line, true);
        }
        for (Rating.Line line : estimate.accrued().lines()) {
            sums.computeIfAbsent(group(estimate, line, by), none -> new Sum()).add(line, false);
        }
        Map<String, Line> sorted = new TreeMap<>();
        sums.forEach((group, sum) -> sorted.put(
                group.key(),
                new Line(
                        group.warehouse(),
                        group.sku(),
                        group.lotId(),
                        group.lot(),
                        group.location(),
                        group.storageClass(),
                        group.rule(),
                        group.unit(),
                        sum.places,
                        sum.days,
                        rounded(sum.average),
                        sum.rate,
                        sum.accrued.toPlainString(),
                        sum.estimate.toPlainString())));
        return List.copyOf(sorted.values());
    }

    private static Line group(Estimate estimate, Rating.Line line, GroupBy by) {
        boolean ofLot = by == GroupBy.LOT;
        boolean ofItem = ofLot || by == GroupBy.SKU;
        String key = line.segments().get(line.segments().size() - 1).key();
        return new Line(
                estimate.warehouse(),
                ofItem ? none(line.cell().sku()) : null,
                ofLot ? none(line.cell().lot()) : null,
                ofLot ? estimate.lots().get(line.cell().lot()) : null,
                by == GroupBy.LOCATION ? none(line.cell().location()) : null,
                by == GroupBy.CLASS ? none(key.substring(key.indexOf(':') + 1)) : null,
                line.rule(),
                line.unit(),
                0,
                0,
                BigDecimal.ZERO,
                null,
                "",
                "");
    }

    static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    static BigDecimal rounded(BigDecimal quantity) {
        BigDecimal short4 = quantity.setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return short4.scale() < 0 ? short4.setScale(0) : short4;
    }

    private static String total(List<Estimate> estimates, Function<Estimate, Rating> which) {
        return estimates.stream()
                .map(which)
                .map(Rating::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    @Schema(name = "StorageFeesAdjustment")
    record Adjustment(
            String warehouse,
            String kind,
            @Nullable String sku,
            @Nullable String lot,
            String amount) {}

    @Schema(name = "StorageFeesGap")
    record Gap(
            String warehouse,
            String sku,
            @Nullable String lotId,
            String location,
            String rule,
            String code,
            LocalDate lastDay,
            int days) {}
}
