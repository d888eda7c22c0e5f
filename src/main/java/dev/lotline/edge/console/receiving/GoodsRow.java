package dev.lotline.edge.console.receiving;

import dev.lotline.kernel.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One lot of a new receiving order as it was written.
 *
 * @param refusal why it can't be announced, null for one that can, or that nobody has looked at
 */
public record GoodsRow(
        String sku,
        String lot,
        String expires,
        String quantity,
        @Nullable Said refusal) {
    /** A refusal in the reader's words. */
    public record Said(String code, String sentence) {}

    /** The longest number that is read at all. */
    private static final int LONGEST_NUMBER = 32;

    static GoodsRow of(String sku, String lot, String expires, String quantity) {
        return new GoodsRow(sku, lot, expires, quantity, null);
    }

    GoodsRow refused(@Nullable Said said) {
        return new GoodsRow(sku, lot, expires, quantity, said);
    }

    boolean empty() {
        return sku.isEmpty() && lot.isEmpty() && expires.isEmpty() && quantity.isEmpty();
    }

    /** What is wrong with the row as a text; null when it can be read. */
    @Nullable
    Refusal unreadable() {
        List<Refusal.Violation> found = new ArrayList<>();
        if (sku.isEmpty()) {
            found.add(new Refusal.Violation("sku", "is required"));
        }
        if (!expires.isEmpty() && date(expires) == null) {
            found.add(new Refusal.Violation("expires", "must be a date like 2026-12-01"));
        }
        if (units() == null) {
            found.add(new Refusal.Violation("quantity", "must be a number"));
        }
        return found.isEmpty() ? null : Refusal.invalid(found);
    }

    @Nullable
    BigDecimal units() {
        try {
            return quantity.length() > LONGEST_NUMBER ? null : new BigDecimal(quantity);
        } catch (NumberFormatException notOne) {
            return null;
        }
    }

    @Nullable
    LocalDate expiration() {
        return expires.isEmpty() ? null : date(expires);
    }

    static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    /** In pages: a browser's calendar shows nothing for what is no date. */
    public String calendar() {
        return expires.isEmpty() || date(expires) != null ? "date" : "text";
    }
}
