package dev.lotline.operations.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A return as it stands. */
@Schema(name = "Return")
public record ReturnOrder(
        String reference,

        @Schema(examples = {"CUSTOMER", "RTS"}) String kind,

        String owner,
        String warehouse,
        @Nullable String order,

        @Schema(description = "OPEN until everything announced has come, then CLOSED.")
        String state,

        List<Line> lines) {

    /** What was announced, and what came of it. */
    @Schema(name = "ReturnLine")
    public record Line(
            int line,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,

            @Schema(description = "Announced; 0 = came unannounced.")
            BigDecimal quantity,

            BigDecimal booked,

            @Schema(description = "RESTOCK, QUARANTINE or DISPOSE: what was decided last, or asked for; null = open.")
            @Nullable
            String action,

            List<Booking> bookings) {}

    /**
     * Units that came.
     *
     * @param reason what decided
     */
    @Schema(name = "ReturnBooking")
    public record Booking(
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal quantity,
            String action,

            @Schema(description = "POLICY, ASKED, LOT_ON_HOLD, LOT_EXPIRED or SHELF_LIFE_TOO_SHORT.")
            String reason,

            OffsetDateTime bookedAt) {}
}
