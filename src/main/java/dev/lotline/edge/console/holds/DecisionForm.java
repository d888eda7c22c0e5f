package dev.lotline.edge.console.holds;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.quarantine.Disposition;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What is to become of the units of one lot in one place. */
public class DecisionForm {
    @RestForm
    @Nullable
    String id;

    @RestForm
    @Nullable
    String kind;

    @RestForm
    @Nullable
    Long lot;

    @RestForm
    @Nullable
    String warehouse;

    @RestForm
    @Nullable
    String location;

    @RestForm
    @Nullable
    String quantity;

    @RestForm
    @Nullable
    String note;

    /** Ends with VALIDATION_FAILED. */
    Disposition disposition() {
        Disposition.Kind as = Arrays.stream(Disposition.Kind.values())
                .filter(each -> each.name().equals(Frame.text(kind)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "must be RELEASE, DISPOSE or RETURN_TO_SENDER"));
        String place = View.given(location);
        return new Disposition(
                as,
                lot == null ? List.of() : List.of(lot),
                place == null ? null : View.given(warehouse),
                place == null ? List.of() : List.of(place),
                List.of(),
                as == Disposition.Kind.RELEASE ? null : units(),
                View.given(note));
    }

    private @Nullable BigDecimal units() {
        try {
            String given = View.given(quantity);
            return given == null ? null : new BigDecimal(given);
        } catch (NumberFormatException notOne) {
            throw Refusal.invalid("quantity", "must be a number");
        }
    }

    Map<String, String> fields() {
        return Map.of(
                "kind", Frame.text(kind),
                "lot", String.valueOf(lot),
                "warehouse", Frame.text(warehouse),
                "location", Frame.text(location),
                "quantity", Frame.text(quantity),
                "note", Frame.text(note));
    }
}
