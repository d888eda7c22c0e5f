package dev.lotline.hostile;

import dev.lotline.given.World;

/** The doors of purchase orders and cart runs. */
final class WorkDoors {
    private WorkDoors() {}

    static Door purchaseOrder(World world) {
        return Door.of(
                "POST",
                "/api/v1/purchase-orders",
                """
                {"reference":"P-N","owner":"%s","warehouse":"%s","supplier":"S","expectedOn":"2026-03-02",\
                "lines":[{"sku":"GUMMY-60","quantity":4}]}""".formatted(world.owner, world.warehouse),
                "reference CODE!",
                "owner CODE!",
                "warehouse CODE",
                "supplier TEXT",
                "expectedOn DATE",
                "lines LIST!",
                "lines[0].sku CODE!",
                "lines[0].quantity UNITS!");
    }

    static Door wave(World world) {
        return Door.of(
                "POST",
                "/api/v1/pick-waves",
                """
                {"id":"k-28","warehouse":"%s","orders":[{"owner":"%s","reference":"O-NEW"}],\
                "maxOrders":3,"totes":["T-1"],"holder":"HH-1"}""".formatted(world.warehouse, world.owner),
                "id CODE",
                "warehouse CODE!",
                "orders LIST",
                "orders[0].owner CODE!",
                "orders[0].reference CODE!",
                "cutOff DATE",
                "maxOrders WHOLE",
                "totes[0] CODE!",
                "holder CODE");
    }
}
