package dev.lotline.stock.goods;

import com.google.re2j.Pattern;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.lot.ScannedGoods;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Are the goods and the place that were named known well enough to book them? Pure. */
public final class GoodsRules {
    private GoodsRules() {}

    /** The item, its lot named too. Refuses like {@link #anyLot} or with LOT_OR_EXPIRY_REQUIRED. */
    public static GoodsInPlace.Item item(ScannedGoods goods, GoodsInPlace found) {
        GoodsInPlace.Item item = anyLot(goods, found);
        if (item.lotTracked() && goods.withoutLot()) {
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", item.sku());
        }
        return item;
    }

    /**
     * The item. Refuses with AMBIGUOUS_BARCODE, UNKNOWN_ITEM, UNKNOWN_BARCODE, ITEM_NOT_TRACKED or
     * ITEM_NOT_LOT_TRACKED.
     */
    public static GoodsInPlace.Item anyLot(ScannedGoods goods, GoodsInPlace found) {
        GoodsInPlace.Item item = found.item();
        if (found.itemHits() > 1) {
            throw Refusal.of(RefusalCode.AMBIGUOUS_BARCODE, "barcode", goods.name());
        }
        if (item == null) {
            throw goods.sku() != null
                    ? Refusal.of(RefusalCode.UNKNOWN_ITEM, "sku", goods.sku())
                    : Refusal.of(RefusalCode.UNKNOWN_BARCODE, "barcode", goods.name());
        }
        if (!item.tracking()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", item.sku());
        }
        if (!item.lotTracked() && goods.sku() != null && !goods.withoutLot()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_LOT_TRACKED, "sku", item.sku());
        }
        return item;
    }

    /** The place. Refuses with UNKNOWN_LOCATION. */
    public static long place(@Nullable String location, GoodsInPlace found) {
        if (found.placeId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", String.valueOf(location));
        }
        return found.placeId();
    }

    /** Units that are there already are of a lot that is known. Refuses with UNKNOWN_LOT. */
    public static void knownLot(ScannedGoods goods, GoodsInPlace found) {
        if (Objects.requireNonNull(found.item()).lotTracked() && found.lotId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_LOT, "lot", lot(goods));
        }
    }

    /** A lot that will be made must look like one of the item. Refuses with LOT_PATTERN_MISMATCH. */
    public static void newLot(ScannedGoods goods, GoodsInPlace found) {
        GoodsInPlace.Item item = Objects.requireNonNull(found.item());
        String number = goods.lotNumber();
        if (found.lotId() == null
                && number != null
                && item.lotPattern() != null
                && !Pattern.matches(item.lotPattern(), number)) {
            throw Refusal.of(RefusalCode.LOT_PATTERN_MISMATCH, Map.of("sku", item.sku(), "lot", number));
        }
    }

    /** Units of the item, or what one scan of the label stands for. Refuses with VALIDATION_FAILED. */
    public static BigDecimal units(@Nullable BigDecimal quantity, GoodsInPlace.Item item) {
        BigDecimal units = quantity == null ? item.pack() : quantity;
        String problem = Quantity.problem(units, item.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        return units;
    }

    /** How the lot is called in a sentence. */
    public static String lot(ScannedGoods goods) {
        return goods.lotNumber() != null ? goods.lotNumber() : String.valueOf(goods.expirationDate());
    }
}
