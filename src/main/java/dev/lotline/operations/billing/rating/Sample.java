package dev.lotline.operations.billing.rating;

import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one rule measured of one cell on one day.
 *
 * @param version of the plan
 * @param key which of its rates
 * @param quantity in mm³ of a volume, else places, units or 1
 */
public record Sample(
        LocalDate day, Cell cell, String rule, long version, String key, BigDecimal units, BigDecimal quantity) {

    /** A cell that could not be measured, and why. */
    public record Unrated(LocalDate day, Cell cell, String rule, RefusalCode reason) {}

    /** Quantities of an owner (or of its item, under tiers by item) on a day. */
    public record Level(
            LocalDate day, String owner, String rule, long version, String key, String sku, BigDecimal quantity) {}
}
