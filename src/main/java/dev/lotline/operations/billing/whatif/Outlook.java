package dev.lotline.operations.billing.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a month will come to. Amounts are decimal strings.
 *
 * @param least of the forecasts, {@code most} of them
 * @param lastMonth what the month before has cost; null = nothing was there
 * @param changes of what is to be paid in the next 62 days, the next one first, at most 50
 */
@Schema(name = "StorageOutlook")
public record Outlook(
        String warehouse,
        String month,
        @Nullable String currency,
        String accrued,
        List<Forecasted> forecasts,
        String least,
        String most,
        @Nullable String lastMonth,
        List<Change> changes) {

    /** How the days to come are thought to go. */
    @Schema(
            name = "StorageForecast",
            description =
                    "NO_MOVEMENT the last day repeats; RUN_RATE goods leave as they were picked in the last 28 days;"
                            + " SCHEDULED announced receipts come and released orders leave.")
    public enum Forecast {
        NO_MOVEMENT,
        RUN_RATE,
        SCHEDULED
    }

    /** An estimate of the whole month. */
    @Schema(name = "StorageForecasted")
    public record Forecasted(Forecast forecast, String estimate) {}

    /** Why another price will hold. */
    @Schema(name = "StorageChangeKind")
    public enum Kind {
        PLAN_VERSION,
        SEASON,
        AGE_BAND
    }

    /**
     * @param inDays from the first day that is not closed
     * @param units of the lot that come into another band of age
     * @param amount that the lot pays for it when it is next assessed
     */
    @Schema(name = "StorageChange")
    public record Change(
            Kind kind,
            LocalDate on,
            long inDays,
            @Nullable String plan,
            @Nullable Integer version,
            @Nullable String rule,
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable BigDecimal units,
            @Nullable String amount) {}
}
