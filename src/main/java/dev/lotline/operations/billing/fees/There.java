package dev.lotline.operations.billing.fees;

import dev.lotline.operations.billing.measuring.Observations;
import java.time.LocalDate;
import java.util.Map;

/**
 * What stands in a house.
 *
 * @param observed units from when they came to the end of the month, as if nothing moved
 * @param expires when lots expire, by their ids
 * @param known the last day that is closed; what comes is from the next one on
 * @param end of the month
 */
public record There(Observations observed, Map<String, LocalDate> expires, LocalDate known, LocalDate end) {}
