package dev.lotline.edge.console.holds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.operations.quarantine.Hold;
import dev.lotline.operations.tracing.TraceEvent.Kind;
import dev.lotline.operations.tracing.TraceParty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every unit of a recalled lot is somewhere, or the report says how many are not. */
class RecallReportTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void received_and_adjusted_is_on_hand_shipped_and_disposed() {
        List<TraceParty> parties = List.of(
                party(Kind.RECEIVING, true, "100"),
                party(Kind.ADJUSTMENT, true, "5"),
                party(Kind.ADJUSTMENT, false, "2"),
                party(Kind.SHIPPING, false, "60"),
                party(Kind.SHIPPING, false, "1"),
                party(Kind.DISPOSAL, false, "12"));
        RecallReport report = RecallReport.of(hold(), parties, Map.of(7L, new BigDecimal("30")));
        RecallReport.Lot lot = report.lots().get(0);
        assertEquals("100 30 61 12 3", String.join(" ", units(lot)));
        assertTrue(report.reconciled());
        assertEquals(2, report.customers().size());
    }

    @Test
    void a_unit_that_is_nowhere_is_told() {
        RecallReport report =
                RecallReport.of(hold(), List.of(party(Kind.RECEIVING, true, "10")), Map.of(7L, new BigDecimal("9")));
        assertEquals(BigDecimal.ONE, report.lots().get(0).difference());
        assertFalse(report.reconciled());
    }

    private static List<String> units(RecallReport.Lot lot) {
        return List.of(lot.received(), lot.onHand(), lot.shipped(), lot.disposed(), lot.adjusted()).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private static TraceParty party(Kind event, boolean inbound, String units) {
        return new TraceParty(
                event, inbound, "GUMMY-60", 7, "L-A", null, null, 1, new BigDecimal(units), "EA", DAY, DAY, "key");
    }

    private static Hold hold() {
        BigDecimal none = BigDecimal.ZERO;
        Hold.Impact impact = new Hold.Impact(
                none, List.of(), none, List.of(), none, List.of(), 0, List.of(), none, 0, List.of(), none, List.of(),
                none, List.of());
        return new Hold(1L, "O", "LOT", "RECALL", null, null, "OPEN", "ana", null, impact, none, List.of(), List.of());
    }
}
