package dev.lotline.edge.jsonrpc.documents;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lotline.edge.jsonrpc.Commands;
import dev.lotline.edge.jsonrpc.Resource;
import dev.lotline.edge.jsonrpc.ShipStreamWording;
import dev.lotline.kernel.Capability;
import dev.lotline.operations.ordering.Accepting;
import dev.lotline.operations.ordering.CustomerOrder;
import dev.lotline.operations.ordering.NewOrder;
import dev.lotline.operations.ordering.Orders;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code order.create}, {@code order.search}. */
@Singleton
public class OrderMethods implements Resource {
    private final Accepting accepting;
    private final Orders orders;
    private final WarehouseSql warehouses;
    private final Commands commands;
    private final Map<String, Method> methods = Map.of(
            "create", new Method(Capability.ORDER_WRITE, this::create),
            "search", new Method(Capability.ORDER_READ, this::search));

    OrderMethods(Accepting accepting, Orders orders, WarehouseSql warehouses, Commands commands) {
        this.accepting = accepting;
        this.orders = orders;
        this.warehouses = warehouses;
        this.commands = commands;
    }

    /** The only argument of {@code order.create}; its {@code order_ref} is its key. */
    record Given(
            @JsonProperty("merchant") @Nullable String merchant,
            @JsonProperty("order_ref") String reference,
            @JsonProperty("warehouse_id") @Nullable Long warehouse,
            @JsonProperty("ship_by") @Nullable LocalDate shipBy,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("country") @Nullable String country,
            @JsonProperty("items") @Nullable List<Item> items) {}

    record Item(
            @JsonProperty("sku") String sku,
            @JsonProperty("qty") BigDecimal quantity,
            @JsonProperty("lot_number") @Nullable String lotNumber) {}

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Map<String, Method> methods() {
        return methods;
    }

    private Uni<?> create(Call call) {
        Given given = commands.read(call.arguments().atMost(1).at(0), Given.class, "order");
        String owner = Houses.merchant(given.merchant(), call.actor().scope());
        return warehouses.visible(call.actor().scope()).map(Houses::of).chain(houses -> {
            NewOrder order = order(given, owner, houses.code(given.warehouse()));
            return accepting
                    .accept(order, commands.hash(order), call.actor())
                    .map(stored -> shown(stored.order(), houses));
        });
    }

    private Uni<?> search(Call call) {
        DocumentSearch search = DocumentSearch.of(call.arguments(), "order_ref");
        return warehouses.visible(call.actor().scope()).map(Houses::of).chain(houses -> {
            String reference = search.reference();
            if (reference != null) {
                return one(call, search, reference, houses);
            }
            Orders.Filter filter = new Orders.Filter(
                    search.merchant(),
                    houses.code(search.warehouseId()),
                    search.open(),
                    call.actor().scope(),
                    search.after(),
                    search.fetch());
            return orders.list(filter)
                    .map(rows -> search.page(rows, CustomerOrder.Heading::id, row -> shown(row, houses)));
        });
    }

    private Uni<Map<String, @Nullable Object>> one(Call call, DocumentSearch search, String reference, Houses houses) {
        String owner = Houses.merchant(search.merchant(), call.actor().scope());
        return search.one(orders.find(owner, reference, call.actor().scope()), each -> shown(each, houses));
    }

    private static NewOrder order(Given given, String owner, @Nullable String warehouse) {
        List<NewOrder.Line> lines = new ArrayList<>();
        if (given.items() != null) {
            given.items()
                    .forEach(item ->
                            lines.add(new NewOrder.Line(item.sku(), item.quantity(), item.lotNumber(), false, null)));
        }
        NewOrder.Customer customer = given.name() == null && given.country() == null
                ? null
                : new NewOrder.Customer(null, given.name(), given.country(), null);
        return new NewOrder(given.reference(), owner, warehouse, given.shipBy(), customer, 0, lines, null);
    }

    private static Map<String, @Nullable Object> shown(CustomerOrder order, Houses houses) {
        Map<String, @Nullable Object> shown =
                heading(order.reference(), order.owner(), houses.id(order.warehouse()), order.state(), order.shipBy());
        shown.put("items", order.lines().stream().map(OrderMethods::item).toList());
        return shown;
    }

    private static Map<String, @Nullable Object> shown(CustomerOrder.Heading order, Houses houses) {
        Map<String, @Nullable Object> shown =
                heading(order.reference(), order.owner(), houses.id(order.warehouse()), order.state(), order.shipBy());
        shown.put("qty_allocated", ShipStreamWording.fourDecimals(order.allocated()));
        shown.put("qty_reserved", ShipStreamWording.fourDecimals(order.reserved()));
        shown.put("qty_picked", ShipStreamWording.fourDecimals(order.picked()));
        shown.put("qty_shipped", ShipStreamWording.fourDecimals(order.shipped()));
        shown.put("qty_backordered", ShipStreamWording.fourDecimals(order.backordered()));
        return shown;
    }

    private static Map<String, @Nullable Object> heading(
            String reference, String owner, @Nullable String warehouseId, String state, @Nullable LocalDate shipBy) {
        Map<String, @Nullable Object> heading = new LinkedHashMap<>();
        heading.put("order_ref", reference);
        heading.put("merchant", owner);
        heading.put("warehouse_id", warehouseId);
        heading.put("status", ShipStreamWording.orderStatus(state));
        heading.put("ship_by", ShipStreamWording.date(shipBy));
        return heading;
    }

    private static Map<String, Object> item(CustomerOrder.Line line) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sku", line.sku());
        item.put("qty_ordered", ShipStreamWording.fourDecimals(line.quantity()));
        item.put("qty_allocated", ShipStreamWording.fourDecimals(line.allocated()));
        item.put("qty_reserved", ShipStreamWording.fourDecimals(line.reserved()));
        item.put("qty_picked", ShipStreamWording.fourDecimals(line.picked()));
        item.put("qty_shipped", ShipStreamWording.fourDecimals(line.shipped()));
        item.put("qty_backordered", ShipStreamWording.fourDecimals(line.backordered()));
        return item;
    }
}
