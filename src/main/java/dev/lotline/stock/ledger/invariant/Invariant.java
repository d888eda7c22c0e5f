package dev.lotline.stock.ledger.invariant;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one invariant found when it was last asked.
 *
 * @param id such as {@code I03}
 * @param violations rows that answer its question; 0 = it holds
 * @param checkedAt the moment of the snapshot, by the database's clock
 * @param millis how long it took
 * @param sample the first of the violations, at most 20
 */
public record Invariant(
        String id, String name, long violations, OffsetDateTime checkedAt, long millis, List<Violation> sample) {
    /** One thing that is not as it should be; {@code since} = when it last changed, where that is known. */
    public record Violation(
            String subject,
            String expected,
            String found,
            @Nullable OffsetDateTime since) {}
}
