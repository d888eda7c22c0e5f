package dev.lotline.edge.api.nouns;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Text;
import dev.lotline.stock.lot.Lot;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lot as it is answered; {@code lotNumber} or {@code expirationDate} may be null, never both. */
@Schema(name = "Lot")
record LotBody(
        @Schema(description = "The one of its item; a lot has none of its own.")
        String owner,

        String sku,
        long lotId,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        @Nullable LocalDate originationDate,
        @Nullable String groupValue,
        boolean active,

        @Schema(description = "NONE, QUARANTINED or RECALLED; changed by holds only.")
        Lot.Hold hold,

        OffsetDateTime createdAt) {

    static LotBody of(String owner, String sku, Lot lot) {
        return new LotBody(
                owner,
                sku,
                lot.id == null ? 0 : lot.id,
                lot.lotNumber,
                lot.expirationDate,
                lot.originationDate,
                lot.groupValue,
                lot.active,
                lot.hold,
                lot.createdAt);
    }

    /** A lot to be made. */
    @Schema(name = "NewLot")
    record NewLot(
            @Schema(description = "Either this or the expiration date.", maxLength = 64) @Nullable
            String lotNumber,

            @Nullable LocalDate expirationDate,

            @Schema(description = "When it was made; not after the expiration.") @Nullable
            LocalDate originationDate) {
        void check() {
            Violations violations = new Violations()
                    .text("lotNumber", lotNumber, Text.CODE)
                    .date("expirationDate", expirationDate)
                    .date("originationDate", originationDate);
            order(violations, originationDate, expirationDate);
            violations.refuse();
        }
    }

    /** What may change of a lot; what is absent or null stays. The expiration is its identity and does not change. */
    @Schema(name = "LotChange")
    record Change(
            @Nullable Boolean active,

            @Schema(description = "Not after the expiration.") @Nullable
            LocalDate originationDate,

            @Schema(description = "Free text; empty clears it.", maxLength = 64) @Nullable
            String groupValue) {
        void check(Lot lot) {
            Violations violations = new Violations().date("originationDate", originationDate);
            if (groupValue != null && !groupValue.isEmpty()) {
                violations.text("groupValue", groupValue, Text.CODE);
            }
            order(violations, originationDate, lot.expirationDate);
            violations.refuse();
        }

        void into(Lot lot) {
            lot.active = active == null ? lot.active : active;
            lot.originationDate = originationDate == null ? lot.originationDate : originationDate;
            if (groupValue != null) {
                lot.groupValue = groupValue.isEmpty() ? null : groupValue;
            }
        }
    }

    private static void order(Violations violations, @Nullable LocalDate made, @Nullable LocalDate expires) {
        if (made != null && expires != null && made.isAfter(expires)) {
            violations.add("originationDate", "must not be after the expiration date");
        }
    }
}
