package dev.lotline.edge.demo;

import java.time.LocalDate;
import java.util.Random;

/** Everything the demo warehouse is made of. The same for the same day, whenever and wherever it is planned. Pure. */
final class DemoPlan {
    private static final long SEED = 42;

    final DemoCatalogue catalogue = new DemoCatalogue();
    final DemoHouse house = new DemoHouse(catalogue.merchants);
    final DemoStock stock;
    final DemoInbound inbound;
    final DemoOrders orders;

    /** @param today the warehouse's business date on the day of the load; all dates are relative to it */
    DemoPlan(LocalDate today) {
        Random random = new Random(SEED);
        stock = new DemoStock(catalogue, house, today, random);
        inbound = new DemoInbound(catalogue, stock, today, random);
        orders = new DemoOrders(catalogue, stock, inbound.uncommitted(), today, random);
    }
}
