package dev.lotline.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.TreeMap;

/** What a door says, by the names of {@link Told}. Said twice, it must be the same. */
final class Said extends TreeMap<String, Object> {
    private static final long serialVersionUID = 1L;

    void add(String name, JsonNode value) {
        merge(name, plain(value), (one, other) -> one.equals(other) ? one : one + " and " + other);
    }

    /** A figure as the formulas write it: a number without trailing zeros, or a word. */
    private static String plain(JsonNode value) {
        String text = value.asText();
        if (!value.isNumber() && !text.matches("-?[0-9.]+")) {
            return text;
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.setScale(Math.max(0, number.scale())).toPlainString();
    }
}
