package dev.lotline.operations.shelflife;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What closing the day of a warehouse changed.
 *
 * @param businessDate the day that has begun there
 * @param rows stock rows that changed between AVAILABLE and SHORT_DATED
 * @param units in those rows
 * @param tasksStopped pick tasks that were cut; what other stock can serve has new ones
 */
public record ClosedDay(String warehouse, LocalDate businessDate, long rows, BigDecimal units, long tasksStopped) {}
