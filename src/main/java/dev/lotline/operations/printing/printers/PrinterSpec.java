package dev.lotline.operations.printing.printers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a printer is to be; see {@link Printer}. */
public record PrinterSpec(
        String warehouse,
        String link,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String relay,
        int dpi,
        BigDecimal width,
        BigDecimal height,
        @Nullable String stock,
        String language,
        String confirm,
        boolean enabled) {}
