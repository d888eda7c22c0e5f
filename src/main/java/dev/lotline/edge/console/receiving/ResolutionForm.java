package dev.lotline.edge.console.receiving;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.receiving.Resolution;
import java.time.LocalDate;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** A supervisor's word on an exception as a form sends it; what the units are in truth counts with RELABEL alone. */
public class ResolutionForm {
    @RestForm
    @Nullable
    String id;

    @RestForm
    @Nullable
    String decision;

    @RestForm
    @Nullable
    String note;

    @RestForm
    @Nullable
    String sku;

    @RestForm
    @Nullable
    String lot;

    @RestForm
    @Nullable
    String expires;

    /** Ends with VALIDATION_FAILED. */
    Resolution resolution() {
        String word = Frame.text(decision);
        return new Resolution(word, View.given(note), word.equals("RELABEL") ? goods() : null);
    }

    private Resolution.Goods goods() {
        String date = Frame.text(expires);
        LocalDate day = date.isEmpty() ? null : GoodsRow.date(date);
        if (!date.isEmpty() && day == null) {
            throw Refusal.invalid("expires", "must be a date like 2026-12-01");
        }
        return new Resolution.Goods(View.given(sku), View.given(lot), day);
    }

    Map<String, String> fields() {
        return Map.of(
                "decision", Frame.text(decision),
                "note", Frame.text(note),
                "sku", Frame.text(sku),
                "lot", Frame.text(lot),
                "expires", Frame.text(expires));
    }
}
