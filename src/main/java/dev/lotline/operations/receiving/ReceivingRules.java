package dev.lotline.operations.receiving;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.receiving.ReceivingFacts.Announced;
import dev.lotline.operations.receiving.ReceivingFacts.Item;
import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a receipt may become: facts in, a count or an exception or a refusal out. Pure. */
final class ReceivingRules {
    private static final Set<String> DOCKS = Set.of("RECEIVING", "STAGING");

    /**
     * A count that the ledger may book.
     *
     * @param exception LOT_MISMATCH or OVERAGE_UNEXPECTED: recorded, not counted; null = counted
     * @param lotId a known lot; null = the ledger finds or makes it by number and expiration
     */
    record Count(
            BigDecimal quantity,
            @Nullable String exception,
            @Nullable Long receivingLotId,
            @Nullable Long lotId,
            @Nullable String lotNumber,
            @Nullable LocalDate expirationDate) {}

    private ReceivingRules() {}

    /**
     * Refuses with UNKNOWN_DOCUMENT, DOCUMENT_CLOSED, UNKNOWN_ITEM, UNKNOWN_BARCODE, AMBIGUOUS_BARCODE, ITEM_INACTIVE,
     * ITEM_NOT_TRACKED, UNKNOWN_LOCATION, WRONG_LOCATION, VALIDATION_FAILED (quantity) or LOT_OR_EXPIRY_REQUIRED.
     */
    static Count decide(Receipt receipt, ReceivingFacts facts) {
        requireOrder(receipt, facts);
        Item item = requireItem(receipt.goods(), facts);
        requireDock(receipt, facts);
        BigDecimal quantity = receipt.quantity() == null ? item.pack() : receipt.quantity();
        String problem = Quantity.problem(quantity, item.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        if (!item.lotTracked()) {
            return facts.row() == null
                    ? new Count(quantity, RefusalCode.OVERAGE_UNEXPECTED.name(), null, null, null, null)
                    : new Count(quantity, null, facts.row().id(), null, null, null);
        }
        if (receipt.goods().withoutLot()) {
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", item.sku());
        }
        return lotCount(receipt.goods(), facts, quantity);
    }

    private static Count lotCount(ScannedGoods goods, ReceivingFacts facts, BigDecimal quantity) {
        Announced row = facts.row();
        if (row == null) {
            String exception = (facts.itemOnOrder() ? RefusalCode.LOT_MISMATCH : RefusalCode.OVERAGE_UNEXPECTED).name();
            return new Count(quantity, exception, null, null, goods.lotNumber(), goods.expirationDate());
        }
        // what the label leaves out, the announcement says; a blank never overwrites a date
        String number = goods.lotNumber() == null ? row.lotNumber() : goods.lotNumber();
        LocalDate expiration = goods.expirationDate() == null ? row.expirationDate() : goods.expirationDate();
        boolean asAnnounced =
                Objects.equals(number, row.lotNumber()) && Objects.equals(expiration, row.expirationDate());
        return new Count(quantity, null, row.id(), asAnnounced ? row.lotId() : null, number, expiration);
    }

    private static void requireOrder(Receipt receipt, ReceivingFacts facts) {
        if (facts.order() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "document", receipt.reference());
        }
        if (facts.order().closed()) {
            throw Refusal.of(RefusalCode.DOCUMENT_CLOSED, "document", receipt.reference());
        }
    }

    private static Item requireItem(ScannedGoods goods, ReceivingFacts facts) {
        if (facts.itemHits() > 1) {
            throw Refusal.of(RefusalCode.AMBIGUOUS_BARCODE, "barcode", goods.name());
        }
        Item item = facts.item();
        if (item == null) {
            throw goods.sku() != null
                    ? Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", goods.sku())
                    : Refusal.of(RefusalCode.UNKNOWN_BARCODE, "barcode", goods.name());
        }
        if (!item.active()) {
            throw Refusal.of(RefusalCode.ITEM_INACTIVE, "sku", item.sku());
        }
        if (!item.tracking()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", item.sku());
        }
        return item;
    }

    private static void requireDock(Receipt receipt, ReceivingFacts facts) {
        if (facts.dock() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", receipt.location());
        }
        if (!DOCKS.contains(facts.dock().type())) {
            throw Refusal.of(RefusalCode.WRONG_LOCATION, "location", receipt.location());
        }
    }
}
