package dev.lotline.edge.printing.layout;

import java.math.BigDecimal;
import java.util.Set;

/**
 * Millimetres as the dots of a printer, for one label. A label that did not fit is drawn again, tighter: characters
 * smaller, modules narrower, names shorter, never below what can be read.
 *
 * @param resolution dots an inch: 203, 300 or 600
 * @param tightness 0 = as designed, up to {@link #TIGHTEST}
 */
public record Dots(LabelKind kind, int resolution, int tightness) {
    /** Print heads there are. */
    public static final Set<Integer> RESOLUTIONS = Set.of(203, 300, 600);

    public static final int TIGHTEST = 4;

    private static final double MM_PER_INCH = 25.4;
    /** The head called 203 has 8 dots a millimetre. */
    private static final double EXACT_203 = 203.2;

    private static final double STEP = 0.12;
    private static final double SMALLEST_TEXT = 2;
    private static final double NARROWEST_TEXT = 1.4;
    private static final double EPSILON = 1e-9;
    private static final int FEWEST_DOTS = 2;

    double perMm() {
        return (resolution == 203 ? EXACT_203 : resolution) / MM_PER_INCH;
    }

    public int of(double mm) {
        return (int) Math.round(mm * perMm());
    }

    public int of(BigDecimal mm) {
        return of(mm.doubleValue());
    }

    double mm(int dots) {
        return dots / perMm();
    }

    public int textHeight(double mm) {
        return of(Math.max(Math.min(mm, SMALLEST_TEXT), mm * (1 - STEP * tightness)));
    }

    public int textWidth(double mm) {
        return of(Math.max(Math.min(mm, NARROWEST_TEXT), mm * (1 - STEP * tightness)));
    }

    /** Characters of a text that may be cut. */
    public int characters(int max) {
        return Math.max(6, (int) (max * (1 - STEP * tightness)));
    }

    /** Module of a linear symbol. */
    public int bar(double mm) {
        return module(mm, kind.smallestLinear());
    }

    /** Module of a two-dimensional symbol. */
    public int module(double mm) {
        return module(mm, kind.smallestMatrix());
    }

    private int module(double mm, double smallest) {
        int least = Math.max(FEWEST_DOTS, (int) Math.ceil(smallest * perMm() - EPSILON));
        int wanted = (int) Math.floor(mm * perMm() + EPSILON);
        return Math.max(least, wanted - tightness);
    }
}
