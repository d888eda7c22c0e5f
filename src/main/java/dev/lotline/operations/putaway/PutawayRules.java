package dev.lotline.operations.putaway;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** May these goods be carried there? What must hold of stock and place is judged again by the ledger. Pure. */
final class PutawayRules {
    /** Everything the ledger needs, none of it missing. */
    record Carry(PutawayFacts.Goods goods, BigDecimal quantity, long from, long to) {}

    private PutawayRules() {}

    /** Putaway against a receiving order; refuses with UNKNOWN_DOCUMENT and WRONG_LOT besides those of a move. */
    static Carry stow(Stow stow, PutawayFacts facts) {
        if (facts.orderId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "document", String.valueOf(stow.reference()));
        }
        requireGoods(stow, facts);
        if (facts.receivingLotId() == null) {
            throw Refusal.of(RefusalCode.WRONG_LOT, Map.of("lot", lot(stow), "document", "" + stow.reference()));
        }
        return carry(stow, facts);
    }

    /** A move within one state. */
    static Carry move(Stow stow, PutawayFacts facts) {
        requireGoods(stow, facts);
        return carry(stow, facts);
    }

    private static void requireGoods(Stow stow, PutawayFacts facts) {
        if (facts.itemHits() > 1) {
            throw Refusal.of(
                    RefusalCode.AMBIGUOUS_BARCODE, "barcode", stow.goods().name());
        }
        if (facts.goods() == null) {
            throw stow.goods().sku() != null
                    ? Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", stow.goods().sku())
                    : Refusal.of(
                            RefusalCode.UNKNOWN_BARCODE, "barcode", stow.goods().name());
        }
        if (facts.goods().lotTracked() && stow.goods().withoutLot()) {
            throw Refusal.of(
                    RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", facts.goods().sku());
        }
        if (facts.goods().lotTracked() && !facts.lotKnown()) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lot(stow));
        }
    }

    private static Carry carry(Stow stow, PutawayFacts facts) {
        PutawayFacts.Goods goods = Objects.requireNonNull(facts.goods());
        BigDecimal quantity = stow.quantity() == null ? goods.pack() : stow.quantity();
        String problem = Quantity.problem(quantity, goods.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        if (facts.fromId() == null) {
            throw stow.from() == null
                    ? Refusal.of(RefusalCode.NOT_ENOUGH_STOCK, Map.of("lot", lot(stow), "available", 0))
                    : Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", stow.from());
        }
        if (facts.toId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", stow.location());
        }
        if (facts.fromId().equals(facts.toId())) {
            throw Refusal.of(RefusalCode.WRONG_LOCATION, "location", stow.location());
        }
        return new Carry(goods, quantity, facts.fromId(), facts.toId());
    }

    private static String lot(Stow stow) {
        @Nullable String number = stow.goods().lotNumber();
        return number != null ? number : String.valueOf(stow.goods().expirationDate());
    }
}
