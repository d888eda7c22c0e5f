package dev.lotline.edge.console.fees;

import dev.lotline.edge.console.shell.View;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.billing.whatif.Action;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form that asks what something would cost, as it was filled in. */
public record WhatIfForm(
        String warehouse, String kind, String sku, String lot, String units, String percent, String on) {
    /** What a form can ask for; the rest by REST. */
    static final List<Action.Kind> KINDS =
            List.of(Action.Kind.SHIP, Action.Kind.DISPOSE, Action.Kind.CONSOLIDATE, Action.Kind.RECEIVE);

    boolean empty() {
        return kind.isEmpty();
    }

    /** Ends with VALIDATION_FAILED. */
    Action action() {
        return new Action(
                KINDS.stream()
                        .filter(each -> each.name().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> Refusal.invalid("kind", "must be one of " + KINDS)),
                View.given(sku),
                View.given(lot),
                number("units", units),
                number("percent", percent),
                null,
                null,
                null,
                null,
                null,
                day());
    }

    private static @Nullable BigDecimal number(String field, String text) {
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException notOne) {
            throw Refusal.invalid(field, "must be a number");
        }
    }

    private @Nullable LocalDate day() {
        try {
            return on.isEmpty() ? null : LocalDate.parse(on);
        } catch (DateTimeParseException notOne) {
            throw Refusal.invalid("on", "must be a date like 2026-12-01");
        }
    }
}
