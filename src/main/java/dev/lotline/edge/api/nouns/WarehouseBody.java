package dev.lotline.edge.api.nouns;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Text;
import dev.lotline.stock.location.Warehouse;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
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

        @Schema(
                description =
                        "When the carriers' cars leave, by the clock of the house, such as 17:00; null = nobody said.",
                example = "17:00")
        @Nullable
        String carrierCutOff,

        @Schema(description = "LOT: a pick proves the lot; SLOT: the slot is enough.", defaultValue = "LOT")
        Warehouse.@Nullable LotVerification lotVerification,

        @Schema(description = "Percent above the announced quantity that is still counted.", defaultValue = "10")
        @Nullable
        BigDecimal overReceiptPercent,

        @Schema(description = "The same in units; the larger of the two counts.", defaultValue = "25") @Nullable
        BigDecimal overReceiptUnits,

        @Schema(
                description =
                        "A difference in stock of more units, and of more than the percent of its lot, waits for a"
                                + " second person.",
                defaultValue = "25")
        @Nullable
        BigDecimal adjustUnits,

        @Schema(description = "Percent of the lot; the larger of the two counts.", defaultValue = "10") @Nullable
        BigDecimal adjustPercent,

        @Schema(description = "The same in value, where the item has one.", defaultValue = "500") @Nullable
        BigDecimal adjustValue) {
    private static final BigDecimal USUAL_PERCENT = BigDecimal.TEN;
    private static final BigDecimal USUAL_UNITS = BigDecimal.valueOf(25);
    private static final BigDecimal USUAL_VALUE = BigDecimal.valueOf(500);
    private static final int USUAL_PRIORITY = 100;
    private static final int MOST = 1_000_000;

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    static WarehouseBody of(Warehouse warehouse) {
        return new WarehouseBody(
                warehouse.code,
                warehouse.name,
                warehouse.timeZone,
                warehouse.active,
                warehouse.priority,
                Objects.toString(warehouse.carrierCutOff, null),
                warehouse.lotVerification,
                warehouse.overReceiptPercent,
                warehouse.overReceiptUnits,
                warehouse.adjustUnits,
                warehouse.adjustPercent,
                warehouse.adjustValue);
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
                .measure("overReceiptUnits", overReceiptUnits, BigDecimal.valueOf(MOST))
                .measure("adjustUnits", adjustUnits, BigDecimal.valueOf(MOST))
                .measure("adjustPercent", adjustPercent, BigDecimal.valueOf(100))
                .measure("adjustValue", adjustValue, BigDecimal.valueOf(MOST));
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            violations.add("timeZone", "must be a known time zone such as America/New_York");
        }
        if (carrierCutOff != null && !carrierCutOff.matches(TIME)) {
            violations.add("carrierCutOff", "must be a time of the day such as 17:00");
        }
        cents(violations, "overReceiptPercent", overReceiptPercent);
        cents(violations, "adjustPercent", adjustPercent);
        cents(violations, "adjustValue", adjustValue);
        violations.refuse();
    }

    private static void cents(Violations violations, String field, @Nullable BigDecimal value) {
        if (value != null && value.scale() > 2) {
            violations.add(field, "must have at most 2 decimals");
        }
    }

    void into(Warehouse target) {
        target.name = requireNonNull(name);
        target.timeZone = requireNonNull(timeZone);
        target.active = requireNonNullElse(active, true);
        target.priority = requireNonNullElse(priority, USUAL_PRIORITY);
        target.carrierCutOff = carrierCutOff == null ? null : LocalTime.parse(carrierCutOff);
        target.lotVerification = requireNonNullElse(lotVerification, Warehouse.LotVerification.LOT);
        target.overReceiptPercent = requireNonNullElse(overReceiptPercent, USUAL_PERCENT);
        target.overReceiptUnits = requireNonNullElse(overReceiptUnits, USUAL_UNITS);
        target.adjustUnits = requireNonNullElse(adjustUnits, USUAL_UNITS);
        target.adjustPercent = requireNonNullElse(adjustPercent, USUAL_PERCENT);
        target.adjustValue = requireNonNullElse(adjustValue, USUAL_VALUE);
    }
}
