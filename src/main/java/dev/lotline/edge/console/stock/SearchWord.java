package dev.lotline.edge.console.stock;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: typed, or read by a scanner that writes like a keyboard.
 *
 * @param name a SKU, a lot number, a barcode as it stands on the label
 * @param gtin of 14 digits; null when the word is no such number
 */
record SearchWord(String name, @Nullable String gtin) {
    private static final int GTIN = 14;
    private static final int SHORTEST = 8;

    static SearchWord of(String word) {
        String digits = word.startsWith("]") && word.length() > 3 ? word.substring(3) : word;
        boolean number = digits.length() >= SHORTEST
                && digits.length() <= GTIN
                && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        return new SearchWord(digits, number ? "0".repeat(GTIN - digits.length()) + digits : null);
    }
}
