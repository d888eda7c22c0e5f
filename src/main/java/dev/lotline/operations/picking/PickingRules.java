package dev.lotline.operations.picking;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does the scan prove the task? Whether the units are still there and usable is judged by the ledger. Pure. */
final class PickingRules {
    private PickingRules() {}

    /**
     * The lot to pick; null = units without lot. Refuses with WRONG_LOCATION, WRONG_ITEM, WRONG_LOT,
     * LOT_OR_EXPIRY_REQUIRED, WRONG_TOTE, UNKNOWN_LOCATION (tote).
     */
    static @Nullable Long lot(Pick pick, PickFacts facts) {
        if (pick.location() != null && !pick.location().equals(facts.taskPlace())) {
            throw Refusal.of(
                    RefusalCode.WRONG_LOCATION,
                    Map.of("location", pick.location(), "expected", facts.taskPlace(), "scanned", pick.location()));
        }
        if (Boolean.FALSE.equals(facts.itemMatches())) {
            throw Refusal.of(
                    RefusalCode.WRONG_ITEM,
                    Map.of(
                            "sku",
                            facts.sku(),
                            "expected",
                            facts.sku(),
                            "scanned",
                            pick.goods().name()));
        }
        tote(pick, facts);
        if (!facts.lotTracked()) {
            return null;
        }
        if (pick.goods().withoutLot()) {
            // what stands on a plate is known; the ledger refuses the plate that has none of the lot
            if (facts.lotProvesItself() && pick.location() != null || pick.plate() != null) {
                return facts.taskLot();
            }
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", facts.sku());
        }
        if (facts.scannedLot() == null) {
            String scanned = Objects.toString(
                    pick.goods().lotNumber(), String.valueOf(pick.goods().expirationDate()));
            throw Refusal.of(
                    RefusalCode.WRONG_LOT,
                    Map.of("lot", scanned, "scanned", scanned, "expected", String.valueOf(facts.lotNumber())));
        }
        return facts.scannedLot();
    }

    private static void tote(Pick pick, PickFacts facts) {
        if (pick.tote() != null && facts.waveTote() != null && !pick.tote().equals(facts.waveTote())) {
            throw Refusal.of(
                    RefusalCode.WRONG_TOTE,
                    Map.of("tote", pick.tote(), "expected", facts.waveTote(), "scanned", pick.tote()));
        }
        if (pick.tote() != null && facts.toteId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", pick.tote());
        }
    }

    /** The units of the scan, {@code otherwise} when it names none. */
    static BigDecimal quantity(Pick pick, PickFacts facts, BigDecimal otherwise) {
        BigDecimal quantity = pick.quantity() == null ? otherwise : pick.quantity();
        String problem = Quantity.problem(quantity, facts.decimals());
        // a finished task has nothing left to default to; what that means is the ledger's to say
        if (!problem.isEmpty() && pick.quantity() != null) {
            throw Refusal.invalid("quantity", problem);
        }
        return problem.isEmpty() ? quantity : BigDecimal.ONE;
    }
}
