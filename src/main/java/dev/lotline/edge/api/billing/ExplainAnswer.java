package dev.lotline.edge.api.billing;

import dev.lotline.operations.billing.fees.Explained;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines opened up: what each cent is made of. */
@Schema(name = "StorageFeesExplained")
record ExplainAnswer(List<Line> lines) {

    /**
     * @param exact amount before it was rounded
     * @param formula how the segments make it
     */
    @Schema(name = "StorageFeesExplainedLine")
    record Line(
            @Nullable String lotNumber,
            QuoteAnswer.Line line,
            @Schema(description = "Per segment.") List<String> formula,

            @Schema(description = "Of each segment, exact: mm³ of a volume, else places or units.")
            List<String> exactQuantityDays) {}

    static ExplainAnswer of(List<Explained> explained) {
        return new ExplainAnswer(explained.stream().map(ExplainAnswer::line).toList());
    }

    private static Line line(Explained explained) {
        QuoteAnswer.Line line = QuoteAnswer.Line.of(explained.line());
        List<String> formula = new ArrayList<>();
        for (QuoteAnswer.Segment segment : line.segments()) {
            formula.add(segment.days() + " d × " + segment.quantity().toPlainString() + " " + line.unit() + " = "
                    + segment.quantityDays().toPlainString() + " " + line.unit() + "·d"
                    + (segment.rate() == null ? " by " + segment.key() : " × " + segment.rate())
                    + (segment.divisor() == 1 ? "" : " ÷ " + segment.divisor() + " d") + ", version "
                    + segment.version());
        }
        return new Line(
                explained.lot(),
                line,
                formula,
                explained.quantityDays().stream().map(q -> q.toPlainString()).toList());
    }
}
