package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.printers.PrinterSpec;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The request that makes a printer or changes it. */
@Schema(name = "PrinterBody")
public record PrinterBody(
        @Schema(required = true, description = "Code of the warehouse it stands in.") @Nullable
        String warehouse,

        @Schema(
                description =
                        "TCP (port 9100), RELAY (a program beside it fetches its labels), FILE (a folder); absent = TCP")
        @Nullable
        String link,

        @Schema(description = "Name or address; must be in lotline.print.networks.", example = "10.1.2.3") @Nullable
        String host,

        @Schema(description = "9100 or 6101; absent = 9100") @Nullable
        Integer port,

        @Schema(description = "RELAY: name of the credential that fetches its labels.") @Nullable
        String relay,

        @Schema(required = true, description = "Dots an inch: 203, 300 or 600.") @Nullable
        Integer dpi,

        @Schema(required = true, description = "Millimetres of its labels.") @Nullable
        BigDecimal width,

        @Schema(required = true, description = "Millimetres of its labels.") @Nullable
        BigDecimal height,

        @Schema(description = "What is in it, in words.") @Nullable
        String stock,

        @Schema(description = "Of words and dates, en or es; absent = en") @Nullable
        String language,

        @Schema(
                description = "How a label is known to have come out: STATUS (asked twice), ODOMETER (it counts), NONE"
                        + " (it can't say: sent is all that is known). Absent = STATUS")
        @Nullable
        String confirm,

        @Schema(description = "false = it gets no labels; absent = true") @Nullable
        Boolean enabled) {
    private static final Set<Integer> RESOLUTIONS = Set.of(203, 300, 600);
    private static final Set<String> LINKS = Set.of("TCP", "RELAY", "FILE");
    private static final Set<String> CONFIRMATIONS = Set.of("STATUS", "ODOMETER", "NONE");
    private static final int USUAL_PORT = 9100;
    private static final int LAST_PORT = 65_535;
    private static final BigDecimal LARGEST = new BigDecimal(500);
    private static final int LONGEST_HOST = 253;

    PrinterSpec checked(String code) {
        Violations violations = new Violations()
                .code("warehouse", warehouse)
                .text("host", host, LONGEST_HOST)
                .text("relay", relay, 64)
                .range("port", port, 1, LAST_PORT)
                .required("dpi", dpi)
                .required("width", width)
                .measure("width", width, LARGEST)
                .required("height", height)
                .measure("height", height, LARGEST)
                .text("stock", stock, 64);
        words(code, violations);
        linked(violations);
        violations.refuse();
        return new PrinterSpec(
                String.valueOf(warehouse),
                way(),
                way().equals("TCP") ? host : null,
                !way().equals("TCP") ? null : port == null ? USUAL_PORT : port,
                way().equals("RELAY") ? relay : null,
                dpi == null ? 0 : dpi,
                width == null ? BigDecimal.ZERO : width,
                height == null ? BigDecimal.ZERO : height,
                stock,
                language == null ? "en" : language,
                way().equals("FILE") ? "NONE" : confirm == null ? "STATUS" : confirm,
                enabled == null || enabled);
    }

    private String way() {
        return link == null ? "TCP" : link;
    }

    /** Each way to a printer has its own address, and no other. */
    private void linked(Violations violations) {
        if (!LINKS.contains(way())) {
            violations.add("link", "must be TCP, RELAY or FILE");
        }
        if (way().equals("TCP")) {
            violations.required("host", host);
        } else if (host != null || port != null) {
            violations.add("host", "is for TCP");
        }
        if (way().equals("RELAY")) {
            violations.required("relay", relay);
        } else if (relay != null) {
            violations.add("relay", "is for RELAY");
        }
    }

    private void words(String code, Violations violations) {
        if (!code.matches("[A-Z0-9][A-Z0-9.-]{0,31}")) {
            violations.add("printer", "must be 1 to 32 capitals, digits, dots and hyphens: it is printed as a barcode");
        }
        if (dpi != null && !RESOLUTIONS.contains(dpi)) {
            violations.add("dpi", "must be 203, 300 or 600");
        }
        if (confirm != null && !CONFIRMATIONS.contains(confirm)) {
            violations.add("confirm", "must be STATUS, ODOMETER or NONE");
        }
        if (language != null
                && Sentences.LANGUAGES.stream()
                        .noneMatch(known -> known.getLanguage().equals(language))) {
            violations.add("language", "must be en or es");
        }
    }
}
