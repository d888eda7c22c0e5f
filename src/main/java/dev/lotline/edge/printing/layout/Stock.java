package dev.lotline.edge.printing.layout;

import java.math.BigDecimal;

/** Labels on a roll, in millimetres. */
public record Stock(String name, BigDecimal width, BigDecimal height) {
    static Stock of(String width, String height) {
        return new Stock(width + "x" + height, new BigDecimal(width), new BigDecimal(height));
    }

    /** True if a label of this size can be printed on that roll. */
    boolean fitsOn(BigDecimal rollWidth, BigDecimal rollHeight) {
        return width.compareTo(rollWidth) <= 0 && height.compareTo(rollHeight) <= 0;
    }
}
