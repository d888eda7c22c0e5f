package dev.lotline.operations.billing.plan;

import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lengths in millimetres and volumes in cubic millimetres, exact. */
public final class Measures {
    /** Millimetres of each unit of length. */
    private static final Map<String, BigDecimal> LENGTHS = Map.of(
            "in", new BigDecimal("25.4"),
            "ft", new BigDecimal("304.8"),
            "mm", BigDecimal.ONE,
            "cm", BigDecimal.TEN,
            "m", new BigDecimal("1000"));

    /** The units of a volume that somebody sends. */
    public enum VolumeUnit {
        FT3("28316846.592"),
        IN3("16387.064"),
        M3("1000000000"),
        L("1000000"),
        CM3("1000"),
        MM3("1");

        private final BigDecimal cubicMillimetres;

        VolumeUnit(String cubicMillimetres) {
            this.cubicMillimetres = new BigDecimal(cubicMillimetres);
        }

        public BigDecimal cubicMillimetres(BigDecimal value) {
            return value.multiply(cubicMillimetres);
        }
    }

    private Measures() {}

    /** In millimetres; null = no unit of length is called so. */
    public static @Nullable BigDecimal millimetres(BigDecimal value, String unit) {
        BigDecimal one = LENGTHS.get(unit);
        return one == null ? null : value.multiply(one);
    }

    /** {@code {value, unit}} or {@code {length, width, height, unit}} as mm³; null = absent or wrong, which is noted. */
    static @Nullable BigDecimal volume(@Nullable Fields fields, RefusalCode code) {
        if (fields == null) {
            return null;
        }
        BigDecimal found = fields.has("length") ? box(fields, code) : plain(fields, code);
        fields.noOthers();
        return found;
    }

    private static @Nullable BigDecimal plain(Fields fields, RefusalCode code) {
        BigDecimal value = fields.number("value", false, code);
        VolumeUnit unit = fields.word("unit", VolumeUnit.class);
        if (!fields.has("value") || !fields.has("unit")) {
            fields.problem(code, "", "needs a value and a unit");
        }
        return value == null || unit == null ? null : unit.cubicMillimetres(value);
    }

    private static @Nullable BigDecimal box(Fields fields, RefusalCode code) {
        BigDecimal length = fields.number("length", false, code);
        BigDecimal width = fields.number("width", false, code);
        BigDecimal height = fields.number("height", false, code);
        BigDecimal one = length(fields, "in");
        if (length == null || width == null || height == null || one == null) {
            fields.problem(code, "", "needs length, width, height and a unit");
            return null;
        }
        return length.multiply(width).multiply(height).multiply(one.pow(3));
    }

    /** Millimetres of the unit that the field {@code unit} names. */
    static @Nullable BigDecimal length(Fields fields, String otherwise) {
        String unit = fields.has("unit") ? fields.text("unit") : otherwise;
        BigDecimal one = LENGTHS.get(String.valueOf(unit));
        if (one == null) {
            fields.problem(RefusalCode.PLAN_VALUE_UNKNOWN, "unit", "must be one of in, ft, mm, cm, m");
        }
        return one;
    }
}
