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
import dev.lotline.operations.printing.desk.FloorDesk;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Verdict;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
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
    private final FloorDesk desk;

    Meaning(
            LabelReader labels,
            BarcodeResolver resolver,
            Warehouses warehouses,
            Devices devices,
            ContextSql sql,
            FloorDesk desk) {
        this.desk = desk;
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

    /** What is asked of printers is asked before it is told; any other step stays what it is. */
    Uni<Step> printed(Found found, RawScan scan, Context open, Device device, Actor actor, String language) {
        Uni<Step> told = Uni.createFrom().item(found.step());
        if (found.step() instanceof Step.Labels labels) {
            told = asked(labels, scan, device, actor, language);
        } else if (found.step() instanceof Step.NamedPrinter named) {
            Step set = Cards.told("PRINTER_SET", Map.of("printer", named.printer()), named.next());
            told = desk.name(scan.device(), named.printer()).replaceWith(set);
        }
        return told.onFailure(Refusal.class).recoverWithItem(failure -> {
            Refusal no = (Refusal) failure;
            return new Step.Told(Verdict.REFUSED, no.code().name(), no.facts(), open.armed(null));
        });
    }

    private Uni<Step> asked(Step.Labels labels, RawScan scan, Device device, Actor actor, String language) {
        Envelope envelope = new Envelope(
                scan.id(),
                scan.device(),
                scan.seq(),
                scan.hash(),
                scan.hash(),
                scan.payload(),
                actor.name(),
                language,
                scan.body().at());
        return Uni.createFrom()
                .deferred(() -> desk.ask(
                        device.warehouse(),
                        labels.kind(),
                        new JsonObject(labels.subject()),
                        labels.quantity(),
                        envelope,
                        actor))
                .map(jobs -> {
                    List<JobView.Piece> pieces =
                            jobs.stream().flatMap(job -> job.labels().stream()).toList();
                    ObjectFacts facts = new ObjectFacts()
                            .put("labels", pieces.size())
                            .put("printer", jobs.get(0).printer())
                            .put("plate", pieces.get(0).identity());
                    return Cards.told("LABELS_ASKED", facts.map(), labels.next());
                });
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
