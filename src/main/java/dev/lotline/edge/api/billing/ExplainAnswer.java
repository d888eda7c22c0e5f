package dev.lotline.edge.api.billing;

import dev.lotline.operations.billing.fees.Explained;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Lines opened up: what each cent is made of. */
@Schema(name = "StorageFeesExplained")
record ExplainAnswer(List<Line> lines) {

    /** @param beside what else stands in the place at the end of its last day; empty = it is alone in it */
    @Schema(name = "StorageFeeOrigin")
    record Origin(
            @Nullable Movement cameBy,
            @Nullable Movement leftBy,
            List<Beside> beside,
            String plan,
            int version,

            @Schema(description = "Of the definition of that version.")
            String sha256,

            @Nullable OffsetDateTime closedAt,
            @Nullable Integer revision) {
        static Origin of(Explained.Origin origin) {
            return new Origin(
                    Movement.of(origin.cameBy()),
                    Movement.of(origin.leftBy()),
                    origin.beside().stream()
                            .map(each -> new Beside(each.own(), each.sku(), each.lotId(), each.lot(), each.units()))
                            .toList(),
                    origin.plan(),
                    origin.version(),
                    origin.sha256(),
                    origin.closedAt(),
                    origin.revision());
        }
    }

    @Schema(name = "StorageFeeMovement")
    record Movement(String movement, String kind, String device, String actor, OffsetDateTime at) {
        static @Nullable Movement of(Explained.@Nullable Moved moved) {
            return moved == null
                    ? null
                    : new Movement(
                            String.valueOf(moved.movement()), moved.kind(), moved.device(), moved.actor(), moved.at());
        }
    }

    /** @param own false = goods of another owner, of which nothing else is told */
    @Schema(name = "StorageFeeBeside")
    record Beside(
            boolean own,
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable String lot,
            @Nullable String units) {}

    /** @param when the conditions of the rate that was the first to hold; empty = it has none */
    @Schema(name = "StorageFeeDay")
    record Day(
            LocalDate day,
            BigDecimal units,
            BigDecimal quantity,
            String exactQuantity,
            String key,
            List<String> when,

            @Schema(description = "Days since the lot came.") @Nullable
            Long age,

            @Schema(description = "The day of receipt is the first.") @Nullable
            Long freeDay,

            Origin origin) {
        static Day of(Explained.Day day) {
            Long age = day.age();
            return new Day(
                    day.day(),
                    day.units(),
                    FeeAnswer.rounded(day.quantity()),
                    day.exact().toPlainString(),
                    day.key(),
                    day.when(),
                    age,
                    day.key().startsWith("F") && age != null ? age + 1 : null,
                    Origin.of(day.origin()));
        }
    }

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
                explained.origins().isEmpty()
                        ? null
                        : explained.origins().get(0).received(),
                line,
                formula,
                explained.quantityDays().stream().map(BigDecimal::toPlainString).toList(),
                explained.unit().toPlainString(),
                explained.origins().stream().map(Origin::of).toList(),
                explained.days().stream().map(Day::of).toList());
    }

    /** @param formula how the segments make the amount */
    @Schema(name = "StorageFeesExplainedLine")
    record Line(
            @Nullable String lotNumber,

            @Schema(description = "When the lot came to the warehouse.") @Nullable
            LocalDate receivedOn,

            QuoteAnswer.Line line,
            @Schema(description = "Per segment.") List<String> formula,

            @Schema(description = "Of each segment, exact: mm³ of a volume, else places or units.")
            List<String> exactQuantityDays,

            @Schema(description = "amount = sum of exact quantity-days × rate ÷ exactUnit ÷ divisor, rounded.")
            String exactUnit,

            @Schema(description = "Per segment: where it comes from.")
            List<Origin> origins,

            @Schema(description = "Each day, if asked for.") List<Day> days) {}
}
