package dev.lotline.edge.graphql.door;

import dev.lotline.kernel.Quantity;
import dev.lotline.stock.figures.Figure;
import io.smallrye.graphql.api.CustomScalar;
import io.smallrye.graphql.api.CustomStringScalar;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/** An exact number, as text on the wire: no client's floating point may touch it. */
@CustomScalar("BigDecimal")
@Description("An exact decimal number, written as text: \"12.5\".")
public final class Decimal implements CustomStringScalar {
    private static final int LONGEST = 20;

    private final BigDecimal value;

    /** @throws IllegalArgumentException told to the client as a wrong argument */
    public Decimal(String text) {
        if (text.length() > LONGEST || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a decimal number");
        }
        this.value = new BigDecimal(text);
    }

    private Decimal(BigDecimal value) {
        this.value = Quantity.plain(value);
    }

    public static Decimal of(Figure units) {
        return new Decimal(units.value());
    }

    public static Decimal of(BigDecimal value) {
        return new Decimal(value);
    }

    public BigDecimal value() {
        return value;
    }

    @Override
    public String stringValueForSerialization() {
        return value.toPlainString();
    }
}
