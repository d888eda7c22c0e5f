package dev.lotline.edge.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lotline.edge.demo.DemoInbound.Arrival;
import dev.lotline.edge.demo.DemoItem.Kind;
import dev.lotline.gs1.Gtin;
import dev.lotline.operations.ordering.NewOrder;
import dev.lotline.operations.receiving.NewReceivingOrder;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private final DemoPlan plan = new DemoPlan(TODAY);

    @Test
    void the_house_has_its_size() {
        assertEquals(3, plan.catalogue.merchants.size());
        assertEquals(200, plan.catalogue.items.size());
        assertEquals(170, count(plan.catalogue.items, DemoItem::lotTracked));
        assertEquals(7, count(plan.catalogue.items, item -> item.kind() == Kind.SERVICE));
        assertEquals(1, count(plan.catalogue.items, DemoItem::weighed));
        assertEquals(400, plan.house.places.size());
        assertEquals(1_500, count(plan.stock.lots, lot -> lot.item().lotTracked()));
        assertTrue(plan.inbound.open.size() >= 12);
        assertTrue(plan.orders.orders.size() >= 60);
    }

    @Test
    void the_same_day_is_always_planned_alike() {
        DemoPlan again = new DemoPlan(TODAY);
        assertEquals(plan.catalogue.items, again.catalogue.items);
        assertEquals(plan.stock.lots, again.stock.lots);
        assertEquals(plan.inbound.past, again.inbound.past);
        assertEquals(plan.inbound.open, again.inbound.open);
        assertEquals(plan.orders.orders, again.orders.orders);
    }

    @Test
    void every_barcode_is_a_right_gtin_of_the_prefix_for_examples_and_there_once() {
        List<String> codes = plan.catalogue.items.stream()
                .flatMap(item -> Stream.of(item.gtin(), item.caseGtin()))
                .filter(Objects::nonNull)
                .toList();
        assertEquals(2 * 193, codes.size());
        assertUnique(codes, Function.identity());
        codes.forEach(code -> assertEquals("952", new Gtin(code).digits().substring(1, 4)));
        assertUnique(plan.catalogue.items, DemoItem::sku);
        assertUnique(plan.catalogue.items, DemoItem::name);
    }

    @Test
    void lots_of_an_item_differ_in_number_date_and_place() {
        assertUnique(plan.stock.lots, lot -> List.of(lot.item().sku(), lot.place()));
        assertUnique(dated(), lot -> List.of(lot.item().sku(), lot.expiration()));
        assertUnique(
                plan.stock.lots.stream().filter(lot -> lot.number() != null).toList(),
                lot -> List.of(lot.item().sku(), lot.number()));
    }

    @Test
    void expirations_lie_around_today() {
        long expired = count(dated(), lot -> lot.expiration().isBefore(TODAY));
        long shorter = count(dated(), lot -> !lot.usable(TODAY)) - expired;
        assertTrue(expired >= 15 && expired <= 60, "expired: " + expired);
        assertTrue(shorter >= 15 && shorter <= 60, "below the minimum: " + shorter);
        assertTrue(count(plan.stock.lots, lot -> lot.item().lotTracked() && lot.expiration() == null) >= 40);
        assertTrue(count(plan.stock.lots, lot -> lot.item().lotTracked() && lot.number() == null) >= 30);
        assertTrue(count(dated(), lot -> lot.origination().isAfter(lot.expiration())) == 0);
        assertTrue(count(dated(), lot -> lot.expiration().isAfter(TODAY.plusYears(1))) > 100);
    }

    @Test
    void what_is_expected_is_of_many_kinds() {
        List<NewReceivingOrder> open =
                plan.inbound.open.stream().map(Arrival::order).toList();
        List<NewReceivingOrder.Lot> lots = open.stream()
                .flatMap(order -> order.lines().stream())
                .flatMap(line -> line.lots().stream())
                .toList();
        assertTrue(count(open, NewReceivingOrder::autoCommit) > 3);
        assertTrue(count(open, order -> !order.autoCommit()) > 3);
        assertTrue(count(open, order -> order.kind().equals("ASN")) > 3);
        assertTrue(count(lots, lot -> lot.expirationDate() == null) > 3);
        assertTrue(count(lots, lot -> lot.lotNumber() == null) > 3);
        assertEquals(1, count(plan.inbound.past, arrival -> !arrival.order().autoCommit()));
        assertTrue(plan.inbound.uncommitted().lots().size() > 3);
        assertUnique(
                Stream.concat(plan.inbound.past.stream(), plan.inbound.open.stream())
                        .toList(),
                arrival -> arrival.order().reference());
    }

    @Test
    void orders_are_of_many_kinds() {
        List<NewOrder.Line> lines = plan.orders.orders.stream()
                .flatMap(order -> order.lines().stream())
                .toList();
        assertTrue(count(lines, line -> line.lotNumber() != null) > 5);
        assertTrue(count(lines, NewOrder.Line::singleLot) > 5);
        assertTrue(count(lines, line -> line.minShelfLifeDays() != null) > 5);
        assertTrue(count(plan.orders.orders, order -> order.warehouse() == null) > 2);
        assertEquals(0, count(plan.orders.orders, order -> order.lines().isEmpty()));
        assertEquals(0, count(plan.orders.orders, order -> order.shipBy() == null || order.customer() == null));
    }

    @Test
    void demo_goods_are_refused_beside_real_ones() {
        DemoWarehouse.check(true, false);
        DemoWarehouse.check(false, true);
        assertThrows(ConfigurationException.class, () -> DemoWarehouse.check(true, true));
    }

    private List<DemoLot> dated() {
        return plan.stock.lots.stream().filter(lot -> lot.expiration() != null).toList();
    }

    private static <T> long count(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).count();
    }

    private static <T> void assertUnique(List<T> all, Function<T, ?> key) {
        assertEquals(all.size(), all.stream().map(key).distinct().count());
    }
}
