package dev.lotline.operations.receiving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.kernel.Refusal;
import dev.lotline.operations.receiving.NewReceivingOrder.Line;
import dev.lotline.operations.receiving.NewReceivingOrder.Lot;
import dev.lotline.operations.receiving.ReceivingOrderRules.AnnouncedItem;
import dev.lotline.operations.receiving.ReceivingOrderRules.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivingOrderRulesTest {
    private static final Map<String, AnnouncedItem> ITEMS = Map.of(
            "LOTS", new AnnouncedItem(1, "LOTS", true, true, true, 0),
            "PLAIN", new AnnouncedItem(2, "PLAIN", true, false, true, 2),
            "OLD", new AnnouncedItem(3, "OLD", true, false, false, 0),
            "SERVICE", new AnnouncedItem(4, "SERVICE", false, false, true, 0));

    private static NewReceivingOrder order(Line... lines) {
        return new NewReceivingOrder("R-1", "WRO", "O", "W", null, null, null, Arrays.asList(lines), null);
    }

    private static Line line(String sku, String quantity, Lot... lots) {
        return new Line(sku, new BigDecimal(quantity), null, Arrays.asList(lots));
    }

    private static Lot lot(String number, String expiration, String quantity) {
        return new Lot(number, expiration == null ? null : LocalDate.parse(expiration), null, new BigDecimal(quantity));
    }

    static Stream<Object[]> refused() {
        return Stream.of(
                new Object[] {"UNKNOWN_ITEM lines[0].sku", line("NOBODY", "1")},
                new Object[] {"ITEM_INACTIVE lines[0].sku", line("OLD", "1")},
                new Object[] {"ITEM_NOT_TRACKED lines[0].sku", line("SERVICE", "1")},
                new Object[] {"ITEM_NOT_LOT_TRACKED lines[0].lots", line("PLAIN", "1", lot("L", null, "1"))},
                new Object[] {"LOT_OR_EXPIRY_REQUIRED lines[0].lots", line("LOTS", "1")},
                new Object[] {
                    "LOT_OR_EXPIRY_REQUIRED lines[0].lots[1]",
                    line("LOTS", "2", lot("L", null, "1"), lot(null, null, "1"))
                },
                new Object[] {"LOT_SUM_MISMATCH lines[0].lots", line("LOTS", "9", lot("L", null, "5"))},
                new Object[] {"LOT_SUM_MISMATCH lines[0].lots", line("LOTS", "4", lot("L", null, "5"))},
                new Object[] {"VALIDATION_FAILED lines[0].quantity", line("PLAIN", "1.125")},
                new Object[] {
                    "VALIDATION_FAILED lines[0].lots[0].quantity",
                    line("LOTS", "3", lot("L", null, "1.5"), lot("M", null, "1.5"))
                });
    }

    @ParameterizedTest
    @MethodSource("refused")
    void line_is_refused_by_its_field(String expected, Line line) {
        Refusal refusal = assertThrows(Refusal.class, () -> ReceivingOrderRules.judge(order(line), ITEMS));
        assertEquals(expected, refusal.code() + " " + refusal.facts().get("field"));
    }

    @Test
    void sound_lines_pass() {
        NewReceivingOrder sound =
                order(line("PLAIN", "1.25"), line("LOTS", "3", lot("L", null, "1"), lot(null, "2030-01-31", "2.0")));
        ReceivingOrderRules.shape(sound);
        ReceivingOrderRules.judge(sound, ITEMS);
    }

    @Test
    void all_wrong_fields_of_a_body_are_named_at_once() {
        Line born = new Line(
                "A\nB",
                new BigDecimal("-1"),
                "",
                Arrays.asList(
                        new Lot("L", LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-02"), new BigDecimal("1")),
                        null,
                        lot("L", "2026-01-01", "1")));
        Refusal refusal = assertThrows(Refusal.class, () -> ReceivingOrderRules.shape(order(born, null)));
        assertEquals(
                List.of(
                        "lines[0].sku",
                        "lines[0].quantity",
                        "lines[0].purchaseOrder",
                        "lines[0].lots[0].originationDate",
                        "lines[0].lots[1]",
                        "lines[0].lots[2]",
                        "lines[1]"),
                refusal.violations().stream().map(Refusal.Violation::field).toList());
    }

    @Test
    void empty_heading_is_named_field_by_field() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> ReceivingOrderRules.shape(new NewReceivingOrder(
                        null, "PIRATE", null, " ", LocalDate.of(1, 1, 1), null, null, null, null)));
        assertEquals(
                List.of("reference", "kind", "owner", "warehouse", "expectedOn", "lines"),
                refusal.violations().stream().map(Refusal.Violation::field).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // cancelled, closed, exception, uncounted, received, stowed, committed
        "false, false, false, 10,  0,  0,  0, SUBMITTED",
        "false, false, false,  4,  6,  0,  0, RECEIVING",
        "false, false, false,  0, 10,  0,  0, RECEIVED",
        "false, true,  false,  0,  6,  0,  0, RECEIVED",
        "false, false, false,  4,  6,  2,  0, STOWING",
        "false, false, false,  0, 10, 10,  4, STOWING",
        "false, false, false,  4,  6,  6,  6, STOWING",
        "false, false, true,   4,  6,  6,  0, EXCEPTION",
        "false, false, true,  10,  0,  0,  0, EXCEPTION",
        "false, false, false,  0, 10, 10, 10, COMPLETE",
        "false, true,  true,   0,  6,  6,  6, COMPLETE",
        "false, true,  false,  0,  0,  0,  0, COMPLETE",
        "true,  false, false,  0,  0,  0,  0, CANCELLED",
    })
    void state_follows_from_the_figures(
            boolean cancelled,
            boolean closed,
            boolean exception,
            BigDecimal uncounted,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed,
            String state) {
        assertEquals(
                state,
                ReceivingOrderRules.state(
                        new Figures(cancelled, closed, exception, uncounted, received, stowed, committed)));
    }
}
