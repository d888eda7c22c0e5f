package dev.lotline.edge.floor.raw;

import dev.lotline.edge.floor.house.Warehouses;
import dev.lotline.edge.floor.house.Warehouses.Known;
import dev.lotline.edge.floor.raw.ScanRules.Scanned;
import dev.lotline.edge.floor.resolve.BarcodeResolver;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Resolution;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.edge.floor.resolve.LabelReader;
import dev.lotline.edge.floor.resolve.ResolverSql.Hit;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.Device;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Devices;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** Reads a raw scan, finds what it names, and what that means on its device now. */
@Singleton
class Meaning {
    /** @param repeated the trigger was pulled once and the scan came twice */
    record Found(String canonical, boolean repeated, Step step) {}

    private final LabelReader labels;
    private final BarcodeResolver resolver;
    private final Warehouses warehouses;
    private final Devices devices;
    private final ContextSql sql;

    Meaning(LabelReader labels, BarcodeResolver resolver, Warehouses warehouses, Devices devices, ContextSql sql) {
        this.labels = labels;
        this.resolver = resolver;
        this.warehouses = warehouses;
        this.devices = devices;
        this.sql = sql;
    }

    Uni<Found> of(RawScan scan, Context open, Device device, Actor actor, long millis) {
        return warehouses.find(device.warehouse()).chain(known -> {
            if (known == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", device.warehouse());
            }
            return devices.profile(scan.device())
                    .chain(profile -> found(scan, open, device, actor, millis, known, profile));
        });
    }

    private Uni<Found> found(
            RawScan scan,
            Context open,
            Device device,
            Actor actor,
            long millis,
            Known warehouse,
            DeviceProfile profile) {
        Reading reading = labels.read(scan.body().barcode(), profile, warehouse.today());
        String canonical = reading.canonical();
        OwnCode own = reading.meaning().own();
        boolean card = own != null && own.kind() == OwnCode.Kind.COMMAND;
        if (!card && open.repeats(canonical, millis, profile.scan().repeatWindowMillis())) {
            return Uni.createFrom().item(new Found(canonical, true, Cards.withoutUse("", open)));
        }
        return resolver.resolveOnDevice(reading, warehouse.id(), open.around(), actor.scope(), warehouse.today())
                .chain(resolution -> tasks(device, open, resolution).map(tasks -> {
                    Scanned scanned =
                            new Scanned(scan.body().barcode(), reading, resolution, device.location(), tasks, millis);
                    return new Found(canonical, false, new ScanRules(open, scanned).step());
                }));
    }

    /** Of the order that was scanned, else of the open one. */
    private Uni<List<JsonObject>> tasks(Device device, Context open, Resolution resolution) {
        Hit hit = resolution.hit();
        DocumentReference order = hit != null && hit.kind().equals("ORDER")
                ? new DocumentReference(hit.owner(), hit.document())
                : open.order();
        return order == null ? Uni.createFrom().item(List.of()) : tasks(device.warehouse(), order);
    }

    private Uni<List<JsonObject>> tasks(String warehouse, DocumentReference order) {
        return sql.tasks(warehouse, order.owner(), order.reference())
                .map(found -> IntStream.range(0, found.size())
                        .mapToObj(found::getJsonObject)
                        .toList());
    }
}
