package dev.lotline.edge.console.counting;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.counting.NewAdjustment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The form that asks for an adjustment, as it was filled in. */
public class AdjustmentForm {
    private static final List<String> STATES =
            List.of("AVAILABLE", "QUARANTINED", "DAMAGED", "SHORT_DATED", "RECEIVED", "STOWED");

    @RestForm
    @Nullable
    String id;

    @RestForm
    @Nullable
    String warehouse;

    @RestForm
    @Nullable
    String location;

    @RestForm
    @Nullable
    String owner;

    @RestForm
    @Nullable
    String sku;

    @RestForm
    @Nullable
    String lot;

    @RestForm
    @Nullable
    String expires;

    @RestForm
    @Nullable
    String delta;

    @RestForm
    @Nullable
    String counted;

    @RestForm
    @Nullable
    String state;

    @RestForm
    @Nullable
    String reason;

    /** Ends with VALIDATION_FAILED. */
    NewAdjustment adjustment() {
        return new NewAdjustment(
                Frame.text(warehouse),
                Frame.text(location),
                Frame.text(owner),
                Frame.text(sku),
                View.given(lot),
                date(),
                number("delta", delta),
                number("counted", counted),
                state == null || state.isBlank() ? "AVAILABLE" : state.strip(),
                Frame.text(reason));
    }

    private @Nullable LocalDate date() {
        try {
            return expires == null || expires.isBlank() ? null : LocalDate.parse(expires.strip());
        } catch (DateTimeParseException notOne) {
            throw Refusal.invalid("expires", "must be a date like 2026-12-01");
        }
    }

    private static @Nullable BigDecimal number(String field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException notOne) {
            throw Refusal.invalid(field, "must be a number");
        }
    }

    Map<String, String> fields() {
        return Map.ofEntries(
                Map.entry("warehouse", Frame.text(warehouse)),
                Map.entry("location", Frame.text(location)),
                Map.entry("owner", Frame.text(owner)),
                Map.entry("sku", Frame.text(sku)),
                Map.entry("lot", Frame.text(lot)),
                Map.entry("expires", Frame.text(expires)),
                Map.entry("delta", Frame.text(delta)),
                Map.entry("counted", Frame.text(counted)),
                Map.entry("state", Frame.text(state)),
                Map.entry("reason", Frame.text(reason)));
    }

    public List<String> states() {
        return STATES;
    }

    /** In pages: what stands in a field. */
    public String get(String field) {
        return fields().getOrDefault(field, "");
    }
}
