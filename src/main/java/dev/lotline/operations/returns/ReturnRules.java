package dev.lotline.operations.returns;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.returns.NewReturn.Line;
import dev.lotline.stock.goods.GoodsInPlace;
import dev.lotline.stock.goods.GoodsRules;
import dev.lotline.stock.lot.ScannedGoods;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a return must look like. What becomes of its units is decided with the books. Pure. */
public final class ReturnRules {
    public static final Set<String> KINDS = new TreeSet<>(Set.of("CUSTOMER", "RTS"));
    static final int MOST_LINES = 200;
    private static final Set<String> ACTIONS = new TreeSet<>(Set.of("RESTOCK", "QUARANTINE", "DISPOSE"));

    private ReturnRules() {}

    /** The body alone. Ends with VALIDATION_FAILED that names every wrong field. */
    static void shape(NewReturn asked) {
        FieldCheck check = new FieldCheck()
                .code("reference", asked.reference())
                .oneOf("kind", asked.kind(), KINDS)
                .code("owner", asked.owner())
                .code("warehouse", asked.warehouse())
                .optionalCode("order", asked.order())
                .that(!asked.lines().isEmpty(), "lines", "must have at least one line")
                .that(asked.lines().size() <= MOST_LINES, "lines", "must have at most " + MOST_LINES + " lines");
        check.done();
        for (int n = 0; n < asked.lines().size(); n++) {
            String at = "lines[" + n + "]";
            @Nullable Line line = asked.lines().get(n);
            check.that(line != null, at, "is required");
            if (line != null) {
                check.code(at + ".sku", line.sku())
                        .units(at + ".quantity", line.quantity(), Quantity.MAX_DECIMALS)
                        .optionalCode(at + ".lotNumber", line.lotNumber())
                        .date(at + ".expirationDate", line.expirationDate())
                        .optionalCode(at + ".location", line.location());
                if (line.action() != null) {
                    check.oneOf(at + ".action", line.action(), ACTIONS);
                }
            }
        }
        check.done();
    }

    /** A line against the item it names. Ends with the refusals of {@link GoodsRules} and UNKNOWN_DOCUMENT. */
    static GoodsInPlace.Item judge(NewReturn asked, Line line, ScannedGoods goods, GoodsInPlace found) {
        if (asked.order() != null && found.orderId() == null) {
            throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, Map.of("field", "order", "reference", asked.order()));
        }
        // goods that are only announced may leave their lot to the scan
        GoodsInPlace.Item item =
                line.location() == null ? GoodsRules.anyLot(goods, found) : GoodsRules.item(goods, found);
        if (item.lotTracked() && asked.kind().equals("CUSTOMER") && "RESTOCK".equals(line.action())) {
            throw Refusal.of(RefusalCode.RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, "sku", item.sku());
        }
        GoodsRules.units(line.quantity(), item);
        GoodsRules.newLot(goods, found);
        return item;
    }
}
