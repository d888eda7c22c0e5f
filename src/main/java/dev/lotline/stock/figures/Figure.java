package dev.lotline.stock.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.lotline.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A number of units that knows how it came about. The formula is read off the very steps that computed the value, so the
 * two can't disagree; it is put into words only when somebody asks. In JSON it is its value.
 */
@Schema(type = SchemaType.NUMBER)
public final class Figure implements Told {
    private enum Shape {
        BOOKED,
        NAMED,
        SUM,
        DIFFERENCE,
        NOT_NEGATIVE,
        WHOLE_TIMES,
        SMALLEST
    }

    static final Figure ZERO = booked("0", "", BigDecimal.ZERO);

    private final Shape shape;
    private final String name;
    private final String meaning;
    private final BigDecimal value;
    private final List<Figure> parts;

    private Figure(Shape shape, String name, String meaning, BigDecimal value, List<Figure> parts) {
        this.shape = shape;
        this.name = name;
        this.meaning = meaning;
        this.value = value;
        this.parts = parts;
    }

    /** A figure that is in the books and computed of nothing. */
    static Figure booked(String name, String meaning, BigDecimal value) {
        return new Figure(Shape.BOOKED, name, meaning, value, List.of());
    }

    /** The smallest of them; 0 when there are none. */
    static Figure smallest(List<Figure> of) {
        return of.isEmpty()
                ? ZERO
                : compute(
                        Shape.SMALLEST,
                        of.stream()
                                .map(Figure::value)
                                .min(BigDecimal::compareTo)
                                .orElseThrow(),
                        of);
    }

    Figure plus(Figure... more) {
        BigDecimal sum = value;
        for (Figure each : more) {
            sum = sum.add(each.value);
        }
        return compute(Shape.SUM, sum, with(more));
    }

    Figure minus(Figure... less) {
        BigDecimal rest = value;
        for (Figure each : less) {
            rest = rest.subtract(each.value);
        }
        return compute(Shape.DIFFERENCE, rest, with(less));
    }

    private List<Figure> with(Figure... others) {
        Figure[] all = new Figure[others.length + 1];
        all[0] = this;
        System.arraycopy(others, 0, all, 1, others.length);
        return Arrays.asList(all);
    }

    Figure notNegative() {
        return compute(Shape.NOT_NEGATIVE, value.max(BigDecimal.ZERO), List.of(this));
    }

    /** How many times the other, which is greater than 0, goes into this: whole times, rounded down. */
    Figure wholeTimes(Figure other) {
        return compute(Shape.WHOLE_TIMES, value.divide(other.value, 0, RoundingMode.FLOOR), Arrays.asList(this, other));
    }

    /** The same under the name by which it is told; in formulas of others it stands as that name. */
    Figure named(String name) {
        return nameless()
                ? new Figure(shape, name, "", value, parts)
                : new Figure(Shape.NAMED, name, "", value, List.of(this));
    }

    /** A step that nobody hears of by itself. */
    private boolean nameless() {
        return name.isEmpty();
    }

    private static Figure compute(Shape shape, BigDecimal value, List<Figure> of) {
        return new Figure(shape, "", "", value, of);
    }

    @Override
    public String name() {
        return name;
    }

    /** What a booked figure counts; null for one that is computed. */
    public @Nullable String meaning() {
        return shape == Shape.BOOKED ? meaning : null;
    }

    /** Without trailing zeros. */
    @Override
    @JsonValue
    public BigDecimal value() {
        return Quantity.plain(value);
    }

    @Override
    public String formula() {
        return shape == Shape.NAMED ? parts.get(0).inFormula() : step();
    }

    @Override
    public Map<String, Figure> operands() {
        Map<String, Figure> found = new LinkedHashMap<>();
        if (shape == Shape.BOOKED) {
            addTo(found);
        } else {
            parts.forEach(part -> part.addTo(found));
        }
        return found;
    }

    /** As it reads where it is a part of something else. */
    String inFormula() {
        return nameless() ? step() : name;
    }

    private String step() {
        return switch (shape) {
            case BOOKED, NAMED -> name;
            case SUM -> joined(" + ");
            case DIFFERENCE ->
                parts.get(0).inFormula()
                        + parts.stream().skip(1).map(Figure::subtracted).collect(Collectors.joining());
            case NOT_NEGATIVE -> "max(0, " + parts.get(0).inFormula() + ")";
            case WHOLE_TIMES -> "floor(" + joined(" / ") + ")";
            case SMALLEST -> "min(" + joined(", ") + ")";
        };
    }

    void addTo(Map<String, Figure> found) {
        if (nameless()) {
            parts.forEach(part -> part.addTo(found));
        } else if (this != ZERO) {
            found.put(name, this);
        }
    }

    private String subtracted() {
        boolean several = nameless() && (shape == Shape.SUM || shape == Shape.DIFFERENCE);
        return " - " + (several ? "(" + inFormula() + ")" : inFormula());
    }

    private String joined(String sign) {
        return parts.stream().map(Figure::inFormula).collect(Collectors.joining(sign));
    }

    @Override
    public String toString() {
        return value().toPlainString();
    }
}
