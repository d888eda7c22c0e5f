package dev.lotline.stock.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The units a package is measured in; named as they are written. One foot is exactly 30.48 cm. */
public enum LengthUnit {
    in("1728"),
    ft("1"),
    cm("28316.846592"),
    mm("28316846.592"),
    m("0.028316846592");

    private static final int DECIMALS = 6;

    private final BigDecimal perCubicFoot;

    LengthUnit(String perCubicFoot) {
        this.perCubicFoot = new BigDecimal(perCubicFoot);
    }

    /** Volume in cubic feet, rounded to 6 decimals. */
    public BigDecimal cubicFeet(BigDecimal length, BigDecimal width, BigDecimal height) {
        return length.multiply(width).multiply(height).divide(perCubicFoot, DECIMALS, RoundingMode.HALF_UP);
    }
}
