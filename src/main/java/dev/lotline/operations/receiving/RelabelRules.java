package dev.lotline.operations.receiving;

import com.google.re2j.Pattern;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.receiving.ReceivingOrderRules.AnnouncedItem;
import dev.lotline.operations.receiving.Resolution.Goods;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which word may be said on an exception, and as what its units may be counted. */
final class RelabelRules {
    private static final Set<String> DECISIONS = new TreeSet<>(Set.of("ACCEPT", "REJECT", "RELABEL"));
    private static final int MOST_NOTE = 1_000;

    /**
     * An exception that is to be decided.
     *
     * @param sku of the item that was counted; null = of none that is known
     */
    record Counted(String code, @Nullable String sku, BigDecimal quantity) {}

    /** What is asked of the item that the units are in truth. */
    record Wanted(AnnouncedItem item, @Nullable String lotNumberPattern) {}

    private RelabelRules() {}

    static void shape(Resolution resolution) {
        boolean relabel = "RELABEL".equals(resolution.decision());
        Goods goods = resolution.goods();
        FieldCheck check = new FieldCheck()
                .oneOf("decision", resolution.decision(), DECISIONS)
                .text("note", resolution.note(), MOST_NOTE)
                .that(!relabel || goods != null, "goods", "is required")
                .that(relabel || goods == null, "goods", "only goes with RELABEL");
        if (goods != null) {
            check.optionalCode("goods.sku", goods.sku())
                    .optionalCode("goods.lotNumber", goods.lotNumber())
                    .date("goods.expirationDate", goods.expirationDate());
        }
        check.done();
    }

    /** The item to look for. Ends with VALIDATION_FAILED for units that nobody has, or when no item is known. */
    static String sku(Counted counted, Goods goods) {
        String sku = goods.sku() == null ? counted.sku() : goods.sku();
        if (counted.code().startsWith("SHORTAGE_")) {
            throw Refusal.invalid("decision", "must be ACCEPT or REJECT: nothing came that could get a label");
        }
        if (sku == null) {
            throw Refusal.invalid("goods.sku", "is required");
        }
        return sku;
    }

    /**
     * Ends with UNKNOWN_ITEM, ITEM_INACTIVE, ITEM_NOT_TRACKED, ITEM_NOT_LOT_TRACKED, LOT_OR_EXPIRY_REQUIRED,
     * LOT_PATTERN_MISMATCH, VALIDATION_FAILED (decimals of the quantity).
     */
    static void judge(Counted counted, Goods goods, String sku, @Nullable Wanted wanted) {
        if (wanted == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", sku);
        }
        AnnouncedItem item = wanted.item();
        if (!item.active()) {
            throw Refusal.of(RefusalCode.ITEM_INACTIVE, "sku", sku);
        }
        if (!item.tracking()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", sku);
        }
        String problem = Quantity.problem(counted.quantity(), item.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        judgeLot(goods, sku, item, wanted.lotNumberPattern());
    }

    private static void judgeLot(Goods goods, String sku, AnnouncedItem item, @Nullable String pattern) {
        String number = goods.lotNumber();
        boolean named = number != null || goods.expirationDate() != null;
        if (named && !item.lotTracked()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_LOT_TRACKED, Map.of("field", "goods.lotNumber", "sku", sku));
        }
        if (!named && item.lotTracked()) {
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, Map.of("field", "goods.lotNumber", "sku", sku));
        }
        if (number != null && pattern != null && !Pattern.matches(pattern, number)) {
            throw Refusal.of(
                    RefusalCode.LOT_PATTERN_MISMATCH, Map.of("field", "goods.lotNumber", "sku", sku, "lot", number));
        }
    }

    /** What is kept with the exception: why, and as what its units were counted. */
    static String note(@Nullable String note, Goods goods, String sku) {
        StringBuilder kept =
                new StringBuilder(note == null ? "" : note + " ").append("→ ").append(sku);
        if (goods.lotNumber() != null) {
            kept.append(' ').append(goods.lotNumber());
        }
        return goods.expirationDate() == null
                ? kept.toString()
                : kept.append(' ').append(goods.expirationDate()).toString();
    }
}
