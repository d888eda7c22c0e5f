package dev.lotline.operations.waves;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cart run as it stands.
 *
 * @param orders by position on the cart
 * @param openTasks how many there are; {@code tasks} tells the first {@value #FIRST_TASKS}
 * @param tasks in walking order, across orders
 * @param notReserved allocated here, but standing where it may not be picked from; the first {@value #FIRST_TASKS}
 * @param skipped orders that were named and are not on this run, and why; only when it was made
 */
public record PickWave(
        long wave,
        String warehouse,
        @Nullable String holder,
        OffsetDateTime createdAt,
        long openTasks,
        List<Order> orders,
        List<Task> tasks,
        List<Unreserved> notReserved,
        List<Skipped> skipped) {
    static final int FIRST_TASKS = 500;

    /**
     * @param tote null = the warehouse's common tote
     * @param openTasks still to be picked here
     */
    public record Order(int position, @Nullable String tote, String owner, String reference, long openTasks) {}

    /**
     * @param task the id that pick scans name
     * @param line of its order
     * @param quantity still to pick
     * @param sequence place in the walk, from 1
     * @param holder who has it, when not who has the run
     */
    public record Task(
            long task,
            int position,
            @Nullable String tote,
            String owner,
            String order,
            int line,
            String sku,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate,
            String location,
            BigDecimal quantity,
            int sequence,
            @Nullable String holder) {}

    public record Unreserved(String owner, String order, int line, BigDecimal quantity, String reason) {}

    /** @param reason ORDER_CLOSED, ON_ANOTHER_WAVE or NOTHING_TO_PICK */
    public record Skipped(String owner, String order, String reason) {}

    /** One row of a list of runs. */
    public record Heading(
            long wave,
            String warehouse,
            @Nullable String holder,
            OffsetDateTime createdAt,
            long orders,
            long openTasks) {}
}
