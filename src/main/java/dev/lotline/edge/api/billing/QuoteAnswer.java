package dev.lotline.edge.api.billing;

import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.billing.rating.Rating;
import dev.lotline.operations.billing.rating.Sample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the stock of a quote costs, with everything that its cents are made of. */
@Schema(name = "StorageQuoteAnswer")
record QuoteAnswer(
        @Nullable String currency,
        String total,
        List<Line> lines,
        List<Adjustment> adjustments,
        List<Problem> problems) {

    /** @param exact before it was rounded, 34 digits */
    @Schema(name = "StorageQuoteLine")
    record Line(
            String month,
            @Nullable String owner,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String location,
            String rule,
            String unit,
            BigDecimal quantityDays,
            BigDecimal averageQuantity,
            String exact,
            String amount,
            List<Segment> segments) {
        static Line of(Rating.Line line) {
            return new Line(
                    line.month().toString(),
                    FeeAnswer.none(line.cell().owner()),
                    FeeAnswer.none(line.cell().sku()),
                    FeeAnswer.none(line.cell().lot()),
                    FeeAnswer.none(line.cell().location()),
                    line.rule(),
                    line.unit(),
                    FeeAnswer.rounded(line.quantityDays()),
                    FeeAnswer.rounded(line.averageQuantity()),
                    line.exact().toPlainString(),
                    line.amount().toPlainString(),
                    line.segments().stream().map(Segment::of).toList());
        }
    }

    /** @param rate null = steps or bands, see key */
    @Schema(name = "StorageSegment")
    record Segment(
            LocalDate from,
            LocalDate to,
            int days,
            BigDecimal quantity,
            BigDecimal quantityDays,
            @Nullable String rate,
            int divisor,
            int version,
            String key) {
        static Segment of(Rating.Part part) {
            return new Segment(
                    part.from(),
                    part.to(),
                    part.days(),
                    FeeAnswer.rounded(part.quantity()),
                    FeeAnswer.rounded(part.quantityDays()),
                    part.rate() == null ? null : part.rate().toPlainString(),
                    part.divisor(),
                    part.version(),
                    part.key());
        }
    }

    static QuoteAnswer of(Rating rating) {
        Map<Problem, Integer> problems = new LinkedHashMap<>();
        for (Sample.Unrated gap : rating.unrated()) {
            problems.merge(
                    new Problem(
                            gap.reason(),
                            FeeAnswer.none(gap.cell().sku()),
                            FeeAnswer.none(gap.cell().lot()),
                            FeeAnswer.none(gap.cell().location()),
                            gap.rule(),
                            0),
                    1,
                    Integer::sum);
        }
        return new QuoteAnswer(
                rating.currency(),
                rating.total().toPlainString(),
                rating.lines().stream().map(Line::of).toList(),
                rating.adjustments().stream()
                        .map(each -> new Adjustment(
                                each.month().toString(),
                                FeeAnswer.none(each.owner()),
                                each.kind(),
                                FeeAnswer.none(each.sku()),
                                FeeAnswer.none(each.lot()),
                                each.amount().toPlainString()))
                        .toList(),
                problems.entrySet().stream()
                        .map(entry -> new Problem(
                                entry.getKey().code(),
                                entry.getKey().sku(),
                                entry.getKey().lot(),
                                entry.getKey().location(),
                                entry.getKey().rule(),
                                entry.getValue()))
                        .toList());
    }

    @Schema(name = "StorageQuoteAdjustment")
    record Adjustment(
            String month,
            @Nullable String owner,
            String kind,
            @Nullable String sku,
            @Nullable String lot,
            String amount) {}

    /** A cell that could not be measured, why, and on how many days. */
    @Schema(name = "StorageQuoteProblem")
    record Problem(
            RefusalCode code,
            @Nullable String sku,
            @Nullable String lot,
            @Nullable String location,
            String rule,
            int days) {}
}
