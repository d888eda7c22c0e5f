package dev.lotline.edge.console.admin;

import dev.lotline.edge.console.shell.Frame;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Text;
import dev.lotline.stock.location.Warehouse;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The policies of a warehouse as a form sends them. */
public class PolicyForm {
    private static final int MOST = 1_000_000;

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String priority;

    @RestForm
    @Nullable
    String carrierCutOff;

    @RestForm
    @Nullable
    String lotVerification;

    @RestForm
    @Nullable
    String overReceiptPercent;

    @RestForm
    @Nullable
    String overReceiptUnits;

    @RestForm
    @Nullable
    String adjustUnits;

    @RestForm
    @Nullable
    String adjustPercent;

    @RestForm
    @Nullable
    String adjustValue;

    /** Ends with VALIDATION_FAILED naming every wrong field; then nothing is changed. */
    void into(Warehouse target) {
        FieldCheck check = new FieldCheck().text("name", Frame.text(name), Text.NAME);
        BigDecimal first = number(check, "priority", priority, MOST, 0);
        BigDecimal overPercent = number(check, "overReceiptPercent", overReceiptPercent, 1_000, 2);
        BigDecimal overUnits = number(check, "overReceiptUnits", overReceiptUnits, MOST, 4);
        BigDecimal units = number(check, "adjustUnits", adjustUnits, MOST, 4);
        BigDecimal percent = number(check, "adjustPercent", adjustPercent, 100, 2);
        BigDecimal value = number(check, "adjustValue", adjustValue, MOST, 2);
        LocalTime cutOff = time(check, Frame.text(carrierCutOff));
        boolean slot = "SLOT".equals(Frame.text(lotVerification));
        check.that(slot || "LOT".equals(Frame.text(lotVerification)), "lotVerification", "must be LOT or SLOT")
                .done();
        target.name = Frame.text(name);
        target.priority = first.intValue();
        target.carrierCutOff = cutOff;
        target.lotVerification = slot ? Warehouse.LotVerification.SLOT : Warehouse.LotVerification.LOT;
        target.overReceiptPercent = overPercent;
        target.overReceiptUnits = overUnits;
        target.adjustUnits = units;
        target.adjustPercent = percent;
        target.adjustValue = value;
    }

    private static @Nullable LocalTime time(FieldCheck check, String text) {
        try {
            return text.isEmpty() ? null : LocalTime.parse(text);
        } catch (DateTimeParseException notOne) {
            check.that(false, "carrierCutOff", "must be a time of the day such as 17:00");
            return null;
        }
    }

    private static BigDecimal number(FieldCheck check, String field, @Nullable String text, int most, int decimals) {
        try {
            BigDecimal number = new BigDecimal(Frame.text(text));
            boolean right = number.signum() >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0
                    && number.stripTrailingZeros().scale() <= decimals;
            check.that(
                    right,
                    field,
                    "must be between 0 and " + most
                            + (decimals == 0 ? "" : ", with at most " + decimals + " decimals"));
            return number;
        } catch (NumberFormatException notOne) {
            check.that(false, field, "must be a number");
            return BigDecimal.ZERO;
        }
    }
}
