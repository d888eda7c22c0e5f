package dev.lotline.operations.ordering;

import static dev.lotline.kernel.RefusalCode.ITEM_INACTIVE;
import static dev.lotline.kernel.RefusalCode.ITEM_NOT_LOT_TRACKED;
import static dev.lotline.kernel.RefusalCode.UNKNOWN_ITEM;
import static dev.lotline.kernel.RefusalCode.UNKNOWN_LOT;

import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes an order acceptable, and what state its figures mean. Pure. */
final class OrderRules {
    static final int MOST_LINES = 1_000;
    static final int MOST_DAYS = 36_500;
    private static final int MOST_PACKAGES = 100_000;
    private static final int NAME_LENGTH = 200;

    private OrderRules() {}

    /** A lot number as a line names it. */
    record NamedLot(String sku, String lotNumber) {}

    /** The body alone: every field that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    static void shape(NewOrder order) {
        FieldCheck check = new FieldCheck()
                .code("reference", order.reference())
                .code("owner", order.owner())
                .optionalCode("warehouse", order.warehouse())
                .date("shipBy", order.shipBy())
                .that(!order.lines().isEmpty(), "lines", "must have at least one line")
                .that(order.lines().size() <= MOST_LINES, "lines", "must have at most " + MOST_LINES + " lines");
        NewOrder.Customer customer = order.customer();
        if (customer != null) {
            check.optionalCode("customer.code", customer.code())
                    .text("customer.name", customer.name(), NAME_LENGTH)
                    .that(
                            customer.country() == null || customer.country().matches("[A-Z]{2}"),
                            "customer.country",
                            "must be a country code of two capital letters")
                    .that(
                            within(customer.minShelfLifeDays(), 0, MOST_DAYS),
                            "customer.minShelfLifeDays",
                            "must lie between 0 and " + MOST_DAYS);
        }
        check.done();
        for (int n = 0; n < order.lines().size(); n++) {
            String at = "lines[" + n + "]";
            NewOrder.@Nullable Line line = order.lines().get(n);
            check.that(line != null, at, "is required");
            if (line != null) {
                check.code(at + ".sku", line.sku())
                        .units(at + ".quantity", line.quantity(), Quantity.MAX_DECIMALS)
                        .optionalCode(at + ".lotNumber", line.lotNumber())
                        .that(
                                within(line.minShelfLifeDays(), 0, MOST_DAYS),
                                at + ".minShelfLifeDays",
                                "must lie between 0 and " + MOST_DAYS);
            }
        }
        check.done();
    }

    static void shape(Shipment shipment) {
        new FieldCheck()
                .optionalCode("carrier", shipment.carrier())
                .optionalCode("trackingNumber", shipment.trackingNumber())
                .that(
                        within(shipment.packages(), 1, MOST_PACKAGES),
                        "packages",
                        "must lie between 1 and " + MOST_PACKAGES)
                .done();
    }

    private static boolean within(@Nullable Integer value, int least, int most) {
        return value == null || (value >= least && value <= most);
    }

    /** The order against its items, line by line. Ends with the refusal of the first line that can't be ordered. */
    static void judge(NewOrder order, Map<String, OrderedItem> items, Set<NamedLot> lots) {
        FieldCheck check = new FieldCheck();
        for (int n = 0; n < order.lines().size(); n++) {
            NewOrder.Line line = order.lines().get(n);
            String at = "lines[" + n + "]";
            OrderedItem item = items.get(line.sku());
            if (item == null) {
                throw Refusal.of(UNKNOWN_ITEM, Map.of("field", at + ".sku", "sku", line.sku()));
            }
            if (!item.active()) {
                throw Refusal.of(ITEM_INACTIVE, Map.of("field", at + ".sku", "sku", line.sku()));
            }
            String lot = line.lotNumber();
            if (lot != null && !item.lotTracked()) {
                throw Refusal.of(ITEM_NOT_LOT_TRACKED, Map.of("field", at + ".lotNumber", "sku", line.sku()));
            }
            if (lot != null && !lots.contains(new NamedLot(line.sku(), lot))) {
                throw Refusal.of(UNKNOWN_LOT, Map.of("field", at + ".lotNumber", "sku", line.sku(), "lot", lot));
            }
            check.units(at + ".quantity", line.quantity(), item.decimals());
        }
        check.done();
    }

    /** The figures of an order, summed over its lines. */
    record Figures(
            boolean cancelled,
            boolean fullyShipped,
            BigDecimal allocated,
            BigDecimal reserved,
            BigDecimal picked,
            BigDecimal shipped,
            BigDecimal backordered) {}

    /** No state is stored: what an order is follows from what its lines hold. */
    static String state(Figures figures) {
        if (figures.cancelled()) {
            return "CANCELLED";
        }
        if (figures.fullyShipped()) {
            return "SHIPPED";
        }
        boolean held = some(figures.allocated()) || some(figures.reserved());
        if (some(figures.picked())) {
            return held || some(figures.backordered()) ? "PICKING" : "PICKED";
        }
        if (some(figures.reserved())) {
            return "RELEASED";
        }
        if (some(figures.backordered())) {
            return held || some(figures.shipped()) ? "PARTIALLY_BACKORDERED" : "BACKORDERED";
        }
        return "ALLOCATED";
    }

    private static boolean some(BigDecimal units) {
        return units.signum() > 0;
    }
}
