package dev.lotline.stock.figures;

import java.math.BigDecimal;

/** What the books count, and the meaning of each count. Every figure of every vocabulary is computed of these. */
public enum Booked {
    EXPECTED("announced on open receiving orders and not counted yet"),
    EXPECTED_ON_PURCHASE("the part of EXPECTED whose receiving lines name a purchase order"),
    PURCHASED_UNSHIPPED("open on purchase orders and on no receiving line yet"),
    RECEIVED("counted on the dock, not put away"),
    STOWED("put away, not committed"),
    AVAILABLE("good and committed, in their places, claimed or not"),
    PICKED("picked for orders and not shipped"),
    QUARANTINED("in quarantine"),
    SHORT_DATED("expired, or with less life left than the item asks for"),
    DAMAGED("damaged"),
    ALLOCATED("promised to order lines, no place chosen yet"),
    ALLOCATED_TO_EXCEPTIONS("the part of ALLOCATED whose orders have a line that is not fully covered"),
    RESERVED("kept for pick tasks, in chosen places"),
    BACKORDERED("ordered and covered by nothing, in the whole house"),
    REORDER_POINT("reorder point of the item"),
    LOW_SUPPLY_THRESHOLD("low-supply threshold of the item, for each of its lots");

    private final String meaning;

    Booked(String meaning) {
        this.meaning = meaning;
    }

    public Figure of(BigDecimal units) {
        return Figure.booked(name(), meaning, units);
    }
}
