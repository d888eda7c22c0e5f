package dev.lotline.operations.waves;

import dev.lotline.kernel.FieldCheck;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes onto a cart.
 *
 * @param orders these, in this order on the cart; null = the most urgent that have something to pick here
 * @param cutOff only orders to be shipped by this day
 * @param maxOrders at most so many; null only where orders are named
 * @param totes codes, one for each position on the cart; null = the warehouse's common tote
 * @param holder who has the run; null = nobody yet
 */
public record NewWave(
        String warehouse,
        @Nullable List<Order> orders,
        @Nullable LocalDate cutOff,
        @Nullable Integer maxOrders,
        @Nullable List<String> totes,
        @Nullable String holder) {
    static final int MOST_ORDERS = 5_000;

    /** An order by its natural key. */
    public record Order(String owner, String reference) {}

    /** Every field that is missing or malformed, at once. Ends with VALIDATION_FAILED. */
    void check() {
        FieldCheck check = new FieldCheck()
                .code("warehouse", warehouse)
                .date("cutOff", cutOff)
                .optionalCode("holder", holder)
                .that(maxOrders != null || orders != null, "maxOrders", "is required where no orders are named")
                .that(
                        maxOrders == null || maxOrders >= 1 && maxOrders <= MOST_ORDERS,
                        "maxOrders",
                        "must lie between 1 and " + MOST_ORDERS);
        if (orders != null) {
            check.that(sized(orders), "orders", "must be 1 to " + MOST_ORDERS)
                    .that(orders.stream().distinct().count() == orders.size(), "orders", "must be different");
            for (int n = 0; n < orders.size(); n++) {
                @Nullable Order order = orders.get(n);
                check.code("orders[" + n + "].owner", order == null ? null : order.owner())
                        .code("orders[" + n + "].reference", order == null ? null : order.reference());
            }
        }
        if (totes != null) {
            check.that(sized(totes), "totes", "must be 1 to " + MOST_ORDERS)
                    .that(totes.stream().distinct().count() == totes.size(), "totes", "must be different")
                    .that(
                            orders == null || orders.size() <= totes.size(),
                            "totes",
                            "must be one for each of the orders");
            for (int n = 0; n < totes.size(); n++) {
                check.code("totes[" + n + "]", totes.get(n));
            }
        }
        check.done();
    }

    private static boolean sized(List<?> list) {
        return !list.isEmpty() && list.size() <= MOST_ORDERS;
    }

    int most() {
        return maxOrders == null ? MOST_ORDERS : maxOrders;
    }
}
