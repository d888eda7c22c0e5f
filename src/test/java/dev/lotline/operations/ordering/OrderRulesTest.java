package dev.lotline.operations.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lotline.kernel.Refusal;
import dev.lotline.operations.ordering.OrderRules.Figures;
import dev.lotline.operations.ordering.OrderRules.NamedLot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRulesTest {
    private static final Map<String, OrderedItem> ITEMS = Map.of(
            "LOTS", new OrderedItem(1, "LOTS", true, true, true, 0),
            "PLAIN", new OrderedItem(2, "PLAIN", true, false, true, 2),
            "OLD", new OrderedItem(3, "OLD", true, false, false, 0),
            "SERVICE", new OrderedItem(4, "SERVICE", false, false, true, 0));
    private static final Set<NamedLot> LOTS = Set.of(new NamedLot("LOTS", "L-A"));

    private static NewOrder order(NewOrder.Customer customer, NewOrder.Line... lines) {
        return new NewOrder("O-1", "O", null, null, customer, null, Arrays.asList(lines));
    }

    @ParameterizedTest
    @CsvSource({
        "NOBODY,  1,      ,    UNKNOWN_ITEM lines[0].sku",
        "OLD,     1,      ,    ITEM_INACTIVE lines[0].sku",
        "PLAIN,   1,      L-A, ITEM_NOT_LOT_TRACKED lines[0].lotNumber",
        "LOTS,    1,      L-B, UNKNOWN_LOT lines[0].lotNumber",
        "LOTS,    1.5,    L-A, VALIDATION_FAILED lines[0].quantity",
        "PLAIN,   1.125,  ,    VALIDATION_FAILED lines[0].quantity",
    })
    void line_is_refused_by_its_field(String sku, BigDecimal quantity, String lot, String expected) {
        NewOrder order = order(null, new NewOrder.Line(sku, quantity, lot, null, null));
        Refusal refusal = assertThrows(Refusal.class, () -> OrderRules.judge(order, ITEMS, LOTS));
        assertEquals(expected, refusal.code() + " " + refusal.facts().get("field"));
    }

    @Test
    void services_and_known_lots_may_be_ordered() {
        NewOrder sound = order(
                new NewOrder.Customer("C-1", "Café", "DE", 90),
                new NewOrder.Line("SERVICE", BigDecimal.ONE, null, null, null),
                new NewOrder.Line("LOTS", BigDecimal.TEN, "L-A", true, 0));
        OrderRules.shape(sound);
        OrderRules.judge(sound, ITEMS, LOTS);
    }

    @Test
    void all_wrong_fields_of_a_body_are_named_at_once() {
        NewOrder wrong = order(
                null,
                new NewOrder.Line(null, null, "", null, -1),
                null,
                new NewOrder.Line("A", BigDecimal.ZERO, null, null, 40_000));
        Refusal refusal = assertThrows(Refusal.class, () -> OrderRules.shape(wrong));
        assertEquals(
                List.of(
                        "lines[0].sku",
                        "lines[0].quantity",
                        "lines[0].lotNumber",
                        "lines[0].minShelfLifeDays",
                        "lines[1]",
                        "lines[2].quantity",
                        "lines[2].minShelfLifeDays"),
                refusal.violations().stream().map(Refusal.Violation::field).toList());
        Refusal country = assertThrows(
                Refusal.class, () -> OrderRules.shape(order(new NewOrder.Customer(null, null, "Germany", null))));
        assertEquals(
                List.of("lines", "customer.country"),
                country.violations().stream().map(Refusal.Violation::field).toList());
    }

    @ParameterizedTest
    @CsvSource({"0, packages", "100001, packages"})
    void shipment_of_no_packages_is_refused(int packages, String field) {
        Refusal refusal =
                assertThrows(Refusal.class, () -> OrderRules.shape(new Shipment("UPS", "1Z", packages, null)));
        assertEquals(field, refusal.facts().get("field"));
    }

    @ParameterizedTest
    @CsvSource({
        // cancelled, shipped whole, allocated, reserved, picked, shipped, backordered
        "false, false, 5, 0, 0, 0, 0, ALLOCATED",
        "false, false, 0, 0, 0, 0, 0, ALLOCATED",
        "false, false, 0, 0, 0, 0, 5, BACKORDERED",
        "false, false, 3, 0, 0, 0, 2, PARTIALLY_BACKORDERED",
        "false, false, 0, 0, 0, 3, 2, PARTIALLY_BACKORDERED",
        "false, false, 0, 5, 0, 0, 0, RELEASED",
        "false, false, 1, 3, 0, 0, 1, RELEASED",
        "false, false, 0, 2, 3, 0, 0, PICKING",
        "false, false, 2, 0, 3, 0, 0, PICKING",
        "false, false, 0, 0, 3, 0, 2, PICKING",
        "false, false, 0, 0, 5, 0, 0, PICKED",
        "false, false, 0, 0, 2, 3, 0, PICKED",
        "false, true,  0, 0, 0, 5, 0, SHIPPED",
        "true,  false, 0, 0, 0, 3, 0, CANCELLED",
    })
    void state_follows_from_the_figures(
            boolean cancelled,
            boolean sent,
            BigDecimal allocated,
            BigDecimal reserved,
            BigDecimal picked,
            BigDecimal shipped,
            BigDecimal backordered,
            String state) {
        assertEquals(
                state,
                OrderRules.state(new Figures(cancelled, sent, allocated, reserved, picked, shipped, backordered)));
    }
}
