package dev.lotline.operations.counting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of stock that no document explains, as it stands. */
@Schema(name = "Adjustment")
public record Adjustment(
        @Schema(description = "Null when nothing had to change.") @Nullable
        Long id,

        @Schema(examples = {"ADJUST", "DISPOSE", "COUNT"}) String kind,

        String warehouse,
        String location,
        String owner,
        String sku,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,

        @Schema(description = "Of the units; null for a count, which is of all states in a place.") @Nullable
        String state,

        @Schema(description = "Units, less than 0 when they went.")
        BigDecimal delta,

        String reason,

        @Schema(description = "WAITING for a second person, POSTED, REJECTED, WITHDRAWN or UNDONE.")
        String status,

        String askedBy,
        @Nullable OffsetDateTime askedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,

        @Schema(description = "What the one who decided said.") @Nullable
        String note,

        @Schema(description = "ONE_PERSON_HOUSE: nobody else could have agreed.") @Nullable
        String warning) {

    Adjustment warned(@Nullable String said) {
        return new Adjustment(
                id,
                kind,
                warehouse,
                location,
                owner,
                sku,
                lotNumber,
                expirationDate,
                state,
                delta,
                reason,
                status,
                askedBy,
                askedAt,
                decidedBy,
                decidedAt,
                note,
                said);
    }
}
