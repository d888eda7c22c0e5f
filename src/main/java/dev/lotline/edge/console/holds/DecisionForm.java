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
    String scope;

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
        boolean release = as == Disposition.Kind.RELEASE;
        // a hold of lots lets a lot go wherever it is, one of places all that stands in a place
        boolean byLot = lot != null && !(release && "LOCATION".equals(scope));
        String place = release && "LOT".equals(scope) ? null : View.given(location);
        return new Disposition(
                as,
                byLot ? List.of(lot) : List.of(),
                place == null ? null : View.given(warehouse),
                place == null ? List.of() : List.of(place),
                List.of(),
                release ? null : units(),
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
                "scope", Frame.text(scope),
                "lot", String.valueOf(lot),
                "warehouse", Frame.text(warehouse),
                "location", Frame.text(location),
                "quantity", Frame.text(quantity),
                "note", Frame.text(note));
    }
}
