package dev.lotline.operations.printing;

import java.math.BigDecimal;

/**
 * A printer as one node holds it, to talk to it.
 *
 * @param link TCP, RELAY or FILE; host and port are those of TCP
 * @param off a person has switched it off or stopped it
 * @param confirm STATUS, ODOMETER or NONE
 */
public record Machine(
        long id,
        String code,
        String link,
        String host,
        int port,
        int dpi,
        BigDecimal width,
        BigDecimal height,
        String confirm,
        boolean off,
        String health) {}
