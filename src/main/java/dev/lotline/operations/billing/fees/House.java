package dev.lotline.operations.billing.fees;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An owner in a warehouse.
 *
 * @param today the business date there
 * @param closed the last day that is closed; null = none is
 * @param stamp how many closes there were: changes whenever a figure may have
 */
public record House(
        long owner,
        String ownerCode,
        long warehouse,
        String warehouseCode,
        LocalDate today,
        @Nullable LocalDate closed,
        long stamp) {}
