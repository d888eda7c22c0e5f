package dev.lotline.operations.loading;

import com.google.re2j.Pattern;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.loading.LoadSql.Found;
import dev.lotline.operations.loading.LoadSql.Known;
import java.util.Map;

/** Are the goods of an entry known well enough to be loaded? Pure. */
final class GoodsCheck {
    private GoodsCheck() {}

    /**
     * Ends with UNKNOWN_OWNER, UNKNOWN_WAREHOUSE, UNKNOWN_ITEM, UNKNOWN_LOCATION, ITEM_NOT_TRACKED,
     * ITEM_NOT_LOT_TRACKED, LOT_OR_EXPIRY_REQUIRED (of a number that several lots have), LOT_PATTERN_MISMATCH or
     * VALIDATION_FAILED.
     */
    static Found of(LoadEntry asked, Known known) {
        LoadEntry.Goods goods = asked.goods();
        Long owner = there(known.ownerId(), RefusalCode.UNKNOWN_OWNER, "owner", goods.owner());
        Long warehouse = there(known.warehouseId(), RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", goods.warehouse());
        Long item = there(known.itemId(), RefusalCode.UNKNOWN_ITEM, "sku", goods.sku());
        if (goods.place() != null) {
            there(known.placeId(), RefusalCode.UNKNOWN_LOCATION, "location", goods.place());
        }
        if (!known.tracking()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_TRACKED, "sku", goods.sku());
        }
        if (goods.lotNumber() != null || goods.expirationDate() != null) {
            lot(goods, known);
        }
        String problem = LoadRules.units(asked, known.decimals());
        if (!problem.isEmpty()) {
            throw Refusal.invalid("quantity", problem);
        }
        return new Found(asked, owner, warehouse, item, known.placeId(), known.lotId());
    }

    private static void lot(LoadEntry.Goods goods, Known known) {
        if (!known.lotTracked()) {
            throw Refusal.of(RefusalCode.ITEM_NOT_LOT_TRACKED, "sku", goods.sku());
        }
        if (known.lots() > 1) {
            throw Refusal.of(RefusalCode.LOT_OR_EXPIRY_REQUIRED, "sku", goods.sku());
        }
        String number = goods.lotNumber();
        if (known.lots() == 0
                && number != null
                && known.lotPattern() != null
                && !Pattern.matches(known.lotPattern(), number)) {
            throw Refusal.of(RefusalCode.LOT_PATTERN_MISMATCH, Map.of("sku", goods.sku(), "lot", number));
        }
    }

    private static Long there(@org.jspecify.annotations.Nullable Long id, RefusalCode code, String name, String value) {
        if (id == null) {
            throw Refusal.of(code, name, value);
        }
        return id;
    }
}
