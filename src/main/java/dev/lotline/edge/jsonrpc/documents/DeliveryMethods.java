package dev.lotline.edge.jsonrpc.documents;

import dev.lotline.edge.jsonrpc.Arguments;
import dev.lotline.edge.jsonrpc.Commands;
import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.kernel.Capability;
import dev.lotline.operations.receiving.Announcing;
import dev.lotline.operations.receiving.NewReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrder;
import dev.lotline.operations.receiving.ReceivingOrders;
import dev.lotline.operations.receiving.ReceivingOrders.Command;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code delivery.*}: what is to arrive. A delivery is a receiving order in the words of a merchant. */
@Singleton
public class DeliveryMethods implements Resource {
    private final Announcing announcing;
    private final ReceivingOrders orders;
    private final WarehouseSql warehouses;
    private final Commands commands;
    private final Map<String, Method> methods = Map.of(
            "create", new Method(Capability.INBOUND_WRITE, this::create),
            "search", new Method(Capability.INBOUND_READ, this::search),
            "commit", command("delivery.commit", Command.COMMIT),
            "close", command("delivery.close", Command.CLOSE),
            "cancel", command("delivery.cancel", Command.CANCEL_RECEIVING));

    DeliveryMethods(Announcing announcing, ReceivingOrders orders, WarehouseSql warehouses, Commands commands) {
        this.announcing = announcing;
        this.orders = orders;
        this.warehouses = warehouses;
        this.commands = commands;
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public Map<String, Method> methods() {
        return methods;
    }

    private Uni<?> create(Call call) {
        NewDelivery given = commands.read(call.arguments().atMost(1).at(0), NewDelivery.class, "delivery");
        String owner = Houses.merchant(given.merchant(), call.actor().scope());
        return houses(call).chain(houses -> {
            NewReceivingOrder order = given.order(owner, houses.code(given.warehouse()));
            return announcing
                    .announce(order, commands.hash(order), call.actor())
                    .map(stored -> shown(stored.order(), houses));
        });
    }

    /** reference, merchant. */
    private Method command(String path, Command command) {
        return new Method(Capability.INBOUND_WRITE, call -> {
            Arguments given = call.arguments().atMost(2);
            String reference = given.requiredText(0, "delivery_ref");
            String owner =
                    Houses.merchant(given.text(1, "merchant"), call.actor().scope());
            return houses(call)
                    .chain(houses -> orders.command(
                                    command,
                                    owner,
                                    reference,
                                    commands.envelope(call, path, owner, reference),
                                    call.actor().scope())
                            .map(done -> shown(done.order(), houses)));
        });
    }

    private Uni<?> search(Call call) {
        DocumentSearch search = DocumentSearch.of(call.arguments(), "delivery_ref");
        return houses(call).chain(houses -> {
            String reference = search.reference();
            if (reference != null) {
                return one(call, search, reference, houses);
            }
            ReceivingOrders.Filter filter = new ReceivingOrders.Filter(
                    search.merchant(),
                    houses.code(search.warehouseId()),
                    search.open(),
                    call.actor().scope(),
                    search.after(),
                    search.fetch());
            return orders.list(filter)
                    .map(rows -> search.page(rows, ReceivingOrder.Heading::id, row -> shown(row, houses)));
        });
    }

    private Uni<Map<String, @Nullable Object>> one(Call call, DocumentSearch search, String reference, Houses houses) {
        String owner = Houses.merchant(search.merchant(), call.actor().scope());
        return search.one(orders.find(owner, reference, call.actor().scope()), each -> shown(each, houses));
    }

    private Uni<Houses> houses(Call call) {
        return warehouses.visible(call.actor().scope()).map(Houses::of);
    }

    private static Map<String, @Nullable Object> shown(ReceivingOrder order, Houses houses) {
        BigDecimal[] sums = order.lines().stream()
                .map(line -> new BigDecimal[] {line.expected(), line.received(), line.stowed(), line.committed()})
                .reduce(new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO}, (a, b) ->
                        new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1]), a[2].add(b[2]), a[3].add(b[3])});
        Map<String, @Nullable Object> shown = heading(
                order.reference(),
                order.owner(),
                houses.id(order.warehouse()),
                order.state(),
                order.expectedOn(),
                sums);
        shown.put("items", order.lines().stream().map(DeliveryMethods::item).toList());
        return shown;
    }

    private static Map<String, @Nullable Object> shown(ReceivingOrder.Heading order, Houses houses) {
        return heading(
                order.reference(),
                order.owner(),
                houses.id(order.warehouse()),
                order.state(),
                order.expectedOn(),
                new BigDecimal[] {order.expected(), order.received(), order.stowed(), order.committed()});
    }

    /** @param sums expected, received, stowed, committed */
    private static Map<String, @Nullable Object> heading(
            String reference,
            String owner,
            @Nullable String warehouseId,
            String state,
            @Nullable LocalDate expectedOn,
            BigDecimal[] sums) {
        boolean settled = sums[0].signum() == 0 && sums[1].compareTo(sums[2]) == 0;
        Map<String, @Nullable Object> heading = new LinkedHashMap<>();
        heading.put("delivery_ref", reference);
        heading.put("merchant", owner);
        heading.put("warehouse_id", warehouseId);
        heading.put("status", ShipStreamWording.deliveryStatus(state, settled));
        heading.put("expected_delivery", ShipStreamWording.date(expectedOn));
        quantities(heading, sums[0], sums[1], sums[2], sums[3]);
        return heading;
    }

    private static Map<String, @Nullable Object> item(ReceivingOrder.Line line) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("sku", line.sku());
        quantities(item, line.expected(), line.received(), line.stowed(), line.committed());
        return item;
    }

    /** Where the units are: each in one bucket, though the books say how far they have come altogether. */
    private static void quantities(
            Map<String, @Nullable Object> into,
            BigDecimal expected,
            BigDecimal received,
            BigDecimal stowed,
            BigDecimal committed) {
        into.put("qty_expected", ShipStreamWording.fourDecimals(expected));
        into.put("qty_processed", ShipStreamWording.fourDecimals(received.subtract(stowed)));
        into.put("qty_putaway", ShipStreamWording.fourDecimals(stowed.subtract(committed)));
        into.put("qty_committed", ShipStreamWording.fourDecimals(committed));
    }
}
