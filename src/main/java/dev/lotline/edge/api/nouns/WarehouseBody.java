package dev.lotline.edge.api.nouns;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Text;
import dev.lotline.stock.location.Warehouse;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A warehouse as it is sent and answered. What is absent takes its default. */
@Schema(name = "Warehouse")
record WarehouseBody(
        @Schema(description = "Business code; the one in the address.", example = "W1") @Nullable
        String warehouse,

        @Schema(required = true, maxLength = 200) @Nullable String name,

        @Schema(
                required = true,
                description = "IANA zone: decides when a day begins here.",
                example = "America/New_York")
        @Nullable
        String timeZone,

        @Schema(defaultValue = "true") @Nullable Boolean active,

        @Schema(description = "Orders without warehouse try the lowest first.", defaultValue = "100", minimum = "0")
        @Nullable
        Integer priority,

        @Schema(description = "LOT: a pick proves the lot; SLOT: the slot is enough.", defaultValue = "LOT")
        Warehouse.@Nullable LotVerification lotVerification,

        @Schema(description = "Percent above the announced quantity that is still counted.", defaultValue = "10")
        @Nullable
        BigDecimal overReceiptPercent,

        @Schema(description = "The same in units; the larger of the two counts.", defaultValue = "25") @Nullable
        BigDecimal overReceiptUnits) {
    private static final BigDecimal USUAL_PERCENT = BigDecimal.TEN;
    private static final BigDecimal USUAL_UNITS = BigDecimal.valueOf(25);
    private static final int USUAL_PRIORITY = 100;
    private static final int MOST = 1_000_000;

    static WarehouseBody of(Warehouse warehouse) {
        return new WarehouseBody(
                warehouse.code,
                warehouse.name,
                warehouse.timeZone,
                warehouse.active,
                warehouse.priority,
                warehouse.lotVerification,
                warehouse.overReceiptPercent,
                warehouse.overReceiptUnits);
    }

    void check(String code) {
        Violations violations = new Violations()
                .code("warehouse", code)
                .same("warehouse", warehouse, code)
                .required("name", name)
                .text("name", name, Text.NAME)
                .required("timeZone", timeZone)
                .range("priority", priority, 0, MOST)
                .measure("overReceiptPercent", overReceiptPercent, BigDecimal.valueOf(1000))
                .measure("overReceiptUnits", overReceiptUnits, BigDecimal.valueOf(MOST));
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            violations.add("timeZone", "must be a known time zone such as America/New_York");
        }
        if (overReceiptPercent != null && overReceiptPercent.scale() > 2) {
            violations.add("overReceiptPercent", "must have at most 2 decimals");
        }
        violations.refuse();
    }

    void into(Warehouse target) {
        target.name = requireNonNull(name);
        target.timeZone = requireNonNull(timeZone);
        target.active = requireNonNullElse(active, true);
        target.priority = requireNonNullElse(priority, USUAL_PRIORITY);
        target.lotVerification = requireNonNullElse(lotVerification, Warehouse.LotVerification.LOT);
        target.overReceiptPercent = requireNonNullElse(overReceiptPercent, USUAL_PERCENT);
        target.overReceiptUnits = requireNonNullElse(overReceiptUnits, USUAL_UNITS);
    }
}
