package dev.lotline.operations.slotting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Goods that look for a place.
 *
 * @param lotNumber and {@code expirationDate} of a lot item; a lot that is not known yet stands nowhere
 * @param quantity units to be put away
 * @param from where they stand now: the nearest places are suggested first; null = from the start of the walk
 */
public record Goods(
        String owner,
        String sku,
        @Nullable String lotNumber,
        @Nullable LocalDate expirationDate,
        BigDecimal quantity,
        @Nullable String from) {}
