package dev.lotline.operations.purchasing;

import static dev.lotline.kernel.RefusalCode.ITEM_INACTIVE;
import static dev.lotline.kernel.RefusalCode.ITEM_NOT_TRACKED;
import static dev.lotline.kernel.RefusalCode.UNKNOWN_ITEM;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a purchase order acceptable. Pure. */
final class PurchaseOrderRules {
    static final int MOST_LINES = 1_000;
    private static final int NAME_LENGTH = 200;

    private PurchaseOrderRules() {}

    /** What must be known of an item that is bought. */
    record BoughtItem(long id, boolean tracking, boolean active, int decimals) {}

    /** The body alone: every field that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    static void shape(NewPurchaseOrder order) {
        FieldCheck check = new FieldCheck()
                .code("reference", order.reference())
                .code("owner", order.owner())
                .optionalCode("warehouse", order.warehouse())
                .text("supplier", order.supplier(), NAME_LENGTH)
                .date("expectedOn", order.expectedOn())
                .that(!order.lines().isEmpty(), "lines", "must have at least one line")
                .that(order.lines().size() <= MOST_LINES, "lines", "must have at most " + MOST_LINES + " lines");
        check.done();
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < order.lines().size(); n++) {
            String at = "lines[" + n + "]";
            NewPurchaseOrder.@Nullable Line line = order.lines().get(n);
            check.that(line != null, at, "is required");
            if (line != null) {
                check.code(at + ".sku", line.sku())
                        .units(at + ".quantity", line.quantity(), Quantity.MAX_DECIMALS)
                        .that(
                                line.sku() == null || seen.add(line.sku()),
                                at + ".sku",
                                "stands in another line already");
            }
        }
        check.done();
    }

    /** The order against its items, line by line. Ends with the refusal of the first line that can't be bought. */
    static void judge(NewPurchaseOrder order, Map<String, BoughtItem> items) {
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < order.lines().size(); n++) {
            NewPurchaseOrder.Line line = order.lines().get(n);
            Map<String, String> where = Map.of("field", "lines[" + n + "].sku", "sku", line.sku());
            BoughtItem item = items.get(line.sku());
            if (item == null) {
                throw Refusal.of(UNKNOWN_ITEM, where);
            }
            if (!item.tracking()) {
                throw Refusal.of(ITEM_NOT_TRACKED, where);
            }
            if (!item.active()) {
                throw Refusal.of(ITEM_INACTIVE, where);
            }
            check.units("lines[" + n + "].quantity", line.quantity(), item.decimals());
        }
        check.done();
    }
}
