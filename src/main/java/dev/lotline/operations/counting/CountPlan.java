package dev.lotline.operations.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A plan of counts and how far it has come. */
@Schema(name = "Count")
public record CountPlan(
        long id,
        String warehouse,

        @Schema(description = "As asked for; FLOOR = counted without a plan, SHORT = opened by a short pick.")
        String basis,

        @Nullable String note,
        String askedBy,
        OffsetDateTime askedAt,

        @Schema(description = "OPEN, WAITING (only a second person is missing) or CLOSED.")
        String state,

        @Nullable OffsetDateTime closedAt,

        @Schema(description = "ONE_PERSON_HOUSE: nobody else could have agreed.") @Nullable
        String warning,

        List<Line> lines) {

    /** One lot, or one item without lots, in one place. */
    @Schema(name = "CountLine")
    public record Line(
            long id,
            String location,

            @Schema(description = "Null with sku = the place itself, which should be empty.") @Nullable
            String owner,

            @Nullable String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,

            @Schema(description = "OPEN, RECOUNT (far off, to be counted again), WAITING, POSTED or CANCELLED.")
            String state,

            @Schema(description = "How often it was counted.")
            int rounds,

            @Nullable BigDecimal counted,

            @Schema(
                    description = "What the books said of the moment of the count; told once it is posted, and before"
                            + " only to those who may agree.")
            @Nullable
            BigDecimal book,

            @Nullable BigDecimal difference,
            @Nullable String countedBy,
            @Nullable OffsetDateTime countedAt) {}

    CountPlan warned(@Nullable String said) {
        return new CountPlan(id, warehouse, basis, note, askedBy, askedAt, state, closedAt, said, lines);
    }
}
