package dev.lotline.edge.console.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pick that is still to be done.
 *
 * @param holder who has it, by itself or with its run; null = nobody
 */
public record OpenTask(
        long task,
        String warehouse,
        int line,
        String sku,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        String location,
        BigDecimal quantity,
        @Nullable String holder) {}
