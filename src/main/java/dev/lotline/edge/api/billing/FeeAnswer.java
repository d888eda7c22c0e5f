package dev.lotline.edge.api.billing;

import dev.lotline.operations.billing.fees.Estimate;
import dev.lotline.operations.billing.pages.FeePage;
import dev.lotline.operations.billing.pages.FeePages;
import dev.lotline.operations.billing.rating.Rating;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
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

    /**
     * @param places how many cells are in it
     * @param averageQuantity on a day, in {@code unit}
     */
    @Schema(name = "StorageFeesLine")
    record Line(
            String warehouse,
            @Nullable String day,
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
        static Line of(FeePage page, FeePage.Line line) {
            FeePage.Key key = line.key();
            return new Line(
                    page.warehouse(),
                    none(key.day()),
                    none(key.sku()),
                    none(key.lot()),
                    line.lot(),
                    none(key.location()),
                    none(key.storageClass()),
                    key.rule(),
                    line.unit(),
                    line.places(),
                    line.days(),
                    rounded(line.averageQuantity()),
                    line.rate() == null ? null : line.rate().toPlainString(),
                    line.accrued().toPlainString(),
                    line.estimate().toPlainString());
        }
    }

    /** @param limit lines that are told; where a page has more, {@code next} is the last of them */
    static FeeAnswer of(List<FeePage> pages, int limit) {
        List<Line> lines = new ArrayList<>();
        String next = null;
        for (FeePage page : pages) {
            for (FeePage.Line line : page.lines()) {
                if (lines.size() < limit) {
                    lines.add(Line.of(page, line));
                    next = new FeePages.After(page.warehouse(), line.key()).text();
                } else {
                    lines.add(Line.of(page, line));
                    break;
                }
            }
        }
        boolean more = lines.size() > limit;
        List<Gap> gaps = gaps(pages);
        return new FeeAnswer(
                pages.stream()
                        .map(FeePage::currency)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                total(pages, FeePage::accrued),
                total(pages, FeePage::estimate),
                gaps.size(),
                pages.stream().map(FeeAnswer::house).toList(),
                more ? lines.subList(0, limit) : lines,
                adjustments(pages),
                gaps,
                more ? next : null);
    }

    /** Where the page behind a cursor begins; null = from the first. Ends with VALIDATION_FAILED. */
    static FeePages.@Nullable After after(String cursor) {
        if (cursor.isEmpty()) {
            return null;
        }
        return FeePages.After.parse(cursor, "cursor");
    }

    private static House house(FeePage each) {
        return new House(
                each.warehouse(),
                each.asOf(),
                each.accrued().toPlainString(),
                each.estimate().toPlainString(),
                each.lastMonth() == null ? null : each.lastMonth().toPlainString());
    }

    private static List<Adjustment> adjustments(List<FeePage> pages) {
        List<Adjustment> all = new ArrayList<>();
        for (FeePage each : pages) {
            for (Rating.Adjustment raised : each.adjustments()) {
                String amount = raised.amount().toPlainString();
                all.add(new Adjustment(
                        each.warehouse(), raised.kind(), none(raised.sku()), none(raised.lot()), amount));
            }
        }
        return all.stream().limit(MOST).toList();
    }

    private static List<Gap> gaps(List<FeePage> pages) {
        List<Gap> all = new ArrayList<>();
        for (FeePage each : pages) {
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

    static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    static BigDecimal rounded(BigDecimal quantity) {
        BigDecimal short4 = quantity.setScale(4, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return short4.scale() < 0 ? short4.setScale(0) : short4;
    }

    private static String total(List<FeePage> pages, Function<FeePage, BigDecimal> which) {
        return pages.stream()
                .map(which)
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

    @Schema(name = "StorageFeesWarehouse")
    record House(
            String warehouse,
            @Nullable LocalDate asOf,
            String accrued,
            String estimate,
            @Nullable String lastMonth) {}
}
