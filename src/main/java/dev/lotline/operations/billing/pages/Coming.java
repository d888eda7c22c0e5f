package dev.lotline.operations.billing.pages;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the days to come of a lot cost.
 *
 * @param lotId null = goods without one; {@code lot} its number or date
 */
public record Coming(
        String sku, @Nullable String lotId, @Nullable String lot, BigDecimal amount) {}
