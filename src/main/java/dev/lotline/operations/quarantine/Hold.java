package dev.lotline.operations.quarantine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hold and what it did when it was placed. Lists hold 500 rows at most; the figures beside them count everything.
 *
 * @param id null when it was only asked what a hold would do
 * @param scope LOT, LOCATION or PLATE
 * @param state OPEN or RELEASED
 * @param impact what it did, as it stood then
 * @param left units that it still keeps
 */
public record Hold(
        @Nullable Long id,
        String owner,
        String scope,
        String reason,
        @Nullable String sku,
        @Nullable String note,
        String state,
        @Nullable String placedBy,
        @Nullable OffsetDateTime placedAt,
        Impact impact,
        BigDecimal leftUnits,
        List<Units> left,
        List<Decision> decisions) {

    /**
     * @param heldUnits put into quarantine
     * @param pickedUnits in totes, not to be shipped
     * @param arrivingUnits received or stowed, to be held when they are committed
     * @param shortUnits units that orders lost and no other stock could serve
     * @param replanned lines that lost a task and stay allocated on other lots; the next release makes new tasks
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Impact(
            BigDecimal heldUnits,
            List<Units> held,
            BigDecimal pickedUnits,
            List<Units> picked,
            BigDecimal arrivingUnits,
            List<Units> arriving,
            long stoppedTasks,
            List<Task> tasksStopped,
            BigDecimal shortUnits,
            long shortOrders,
            List<OrderedLine> ordersShort,
            BigDecimal replannedUnits,
            List<OrderedLine> replanned,
            BigDecimal shippedUnits,
            List<Sent> shipped) {}

    /** Units of one lot in one place; the lot is null for units without one. */
    public record Units(
            String warehouse,
            String location,
            String sku,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            @Nullable String state,
            BigDecimal quantity) {}

    /** A pick task that was stopped. */
    public record Task(
            long task,
            String warehouse,
            String reference,
            int line,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal quantity) {}

    /** An order line, and how many of its units. */
    public record OrderedLine(
            String reference,
            @Nullable String warehouse,
            @Nullable String customer,
            @Nullable String customerName,
            @Nullable LocalDate shipBy,
            int line,
            String sku,
            BigDecimal quantity) {}

    /** Units of a held lot that have left the house. */
    public record Sent(
            String reference,
            @Nullable String warehouse,
            @Nullable String customer,
            @Nullable String customerName,
            @Nullable String country,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            OffsetDateTime shippedAt,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            BigDecimal quantity) {}

    /**
     * @param decision RELEASED, DISPOSED or RETURNED
     * @param secondPerson false where one person decided alone
     */
    public record Decision(
            String decision,
            BigDecimal units,
            boolean secondPerson,
            @Nullable String note,
            String decidedBy,
            OffsetDateTime decidedAt) {}

    /**
     * A hold as a list shows it.
     *
     * @param left units that it still keeps
     */
    public record Heading(
            long id,
            String owner,
            String scope,
            String reason,
            @Nullable String note,
            String state,
            String placedBy,
            OffsetDateTime placedAt,
            BigDecimal left) {}
}
