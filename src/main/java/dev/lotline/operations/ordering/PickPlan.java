package dev.lotline.operations.ordering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What release made of an order.
 *
 * @param tasks all that are open, in walking order
 * @param notReserved units that no task stands for, and why
 */
public record PickPlan(List<Task> tasks, List<Unreserved> notReserved) {

    /**
     * @param task the id that pick scans name
     * @param quantity still to pick
     * @param sequence place in the walk, from 1
     */
    public record Task(
            long task,
            int line,
            String warehouse,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal quantity,
            int sequence) {}

    /** @param reason BACKORDERED, NO_SINGLE_LOT, NOT_ENOUGH_STOCK, or why the first stock was passed over */
    public record Unreserved(int line, BigDecimal quantity, String reason) {}

    /**
     * Stock that a line could look at, in the order of choice.
     *
     * @param free units that no claim holds
     * @param reserved units that claims hold, of this line or others
     * @param chosen this line took some of it
     * @param reason why it was passed over; null = it was chosen or could be
     */
    public record Candidate(
            int sequence,
            String warehouse,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal free,
            BigDecimal reserved,
            boolean chosen,
            @Nullable String reason) {}
}
