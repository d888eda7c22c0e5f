package dev.lotline.operations.billing.fees;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was billed for a month; never changed.
 *
 * @param total of lines, adjustments and corrections
 * @param corrections of earlier months: what was learned after their statements, with its days and movements
 * @param excluded cells that were left out, and why
 * @param sha256 of the content
 * @param askedBy who wanted it closed, where a second person did; null = one was enough
 */
@Schema(name = "StorageStatement")
public record Statement(
        String number,
        String warehouse,
        String month,
        @Nullable String currency,
        String total,
        List<Map<String, Object>> adjustments,
        List<Map<String, Object>> corrections,
        List<Map<String, Object>> excluded,
        String sha256,
        String closedBy,
        @Nullable String askedBy,
        OffsetDateTime closedAt) {

    /** @param segments days at one rate, as they are in an explanation */
    @Schema(name = "StorageStatementLine")
    public record Line(
            int n,
            @Nullable String sku,
            @Nullable String lotId,
            @Nullable String lot,
            @Nullable String location,
            String rule,
            String unit,
            BigDecimal quantityDays,
            BigDecimal averageQuantity,
            String amount,
            List<Map<String, Object>> segments) {}

    /** An earlier statement whose days were closed again since; {@code told} = its sum and the corrections of it. */
    record Revised(
            String number, java.time.YearMonth month, BigDecimal told, List<String> days, List<Long> movements) {}
}
