package dev.lotline.edge.floor;

import dev.lotline.edge.floor.house.Warehouses.Known;
import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.edge.floor.resolve.BarcodeResolver;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Around;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.edge.floor.resolve.LabelReader;
import dev.lotline.edge.floor.resolve.Suspicions;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.scan.OwnCode;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Devices;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the labels and the typed fields of an event say together; a typed field wins over a label. */
@Singleton
class EventLabels {
    /**
     * @param quantity null = the labels count nothing
     * @param plate an SSCC or LPN; null = the goods themselves were scanned
     * @param serial of the piece of paper, if it is built like ours
     * @param repeated the device has just sent the same label from another source
     */
    record Label(
            ScannedGoods goods,
            @Nullable BigDecimal quantity,
            @Nullable String plate,
            @Nullable String serial,
            boolean repeated) {
        Label(ScannedGoods goods, @Nullable BigDecimal quantity, @Nullable String plate) {
            this(goods, quantity, plate, null, false);
        }

        Label again() {
            return new Label(goods, quantity, plate, null, true);
        }

        Label of(ScannedGoods other) {
            return new Label(other, quantity, null, serial, false);
        }
    }

    /** @param text of a symbol that is no plate and has no structure; null = there is none */
    private record Read(Label label, @Nullable String text) {}

    private final LabelReader labels;
    private final BarcodeResolver resolver;
    private final Suspicions suspicions;
    private final Devices devices;
    private final Repeats repeats;

    EventLabels(LabelReader labels, BarcodeResolver resolver, Suspicions suspicions, Devices devices, Repeats repeats) {
        this.repeats = repeats;
        this.labels = labels;
        this.resolver = resolver;
        this.suspicions = suspicions;
        this.devices = devices;
    }

    /** Refuses with BARCODE_UNREADABLE, and what a plain text may end with. */
    Uni<Label> read(ScanEvent event, UUID id, Known warehouse, Actor actor) {
        ScannedGoods typed = new ScannedGoods(
                owner(event), event.sku(), null, event.lotNumber(), event.expirationDate(), event.originationDate());
        Label label = new Label(typed, null, labels.typedPlate(event.lpn(), warehouse.today()));
        if (event.barcode() == null && event.barcodes() == null) {
            return Uni.createFrom().item(plateOrGoods(event, label));
        }
        return devices.profile(actor.device()).chain(profile -> scanned(event, id, warehouse, actor, label, profile));
    }

    private Uni<Label> scanned(
            ScanEvent event, UUID id, Known warehouse, Actor actor, Label typed, DeviceProfile profile) {
        List<Barcode> barcodes =
                event.barcodes() == null ? List.of(Objects.requireNonNull(event.barcode())) : event.barcodes();
        LocalDate today = warehouse.today();
        List<Reading> symbols = barcodes.stream()
                .map(barcode -> labels.read(barcode, profile, today))
                .toList();
        Reading whole = labels.label(symbols, today);
        int window = profile.scan().repeatWindowMillis();
        if (repeats.isRepeat(actor.device(), event, id, whole.canonical(), window)) {
            return Uni.createFrom().item(typed.again());
        }
        boolean ask = event.lotNumber() == null && !confirmed(event);
        Reading suspect = symbols.stream()
                .filter(symbol -> ask && Suspicions.worthAsking(symbol, today))
                .findFirst()
                .orElse(null);
        Uni<Boolean> sound =
                suspect == null ? Uni.createFrom().item(true) : suspicions.refuse(suspect, today, actor.scope());
        return sound.chain(yes -> named(event, warehouse, actor, merge(typed, symbols, whole)));
    }

    /** A plain text is looked up where nothing else names the goods. */
    private Uni<Label> named(ScanEvent event, Known warehouse, Actor actor, Read read) {
        Label label = read.label();
        if (read.text() == null || label.goods().sku() != null || label.plate() != null) {
            return Uni.createFrom().item(plateOrGoods(event, label));
        }
        return resolver.plainText(read.text(), warehouse.id(), around(event), actor.scope())
                .map(found -> found == null ? label : label.of(overlay(label.goods(), found)));
    }

    private static Around around(ScanEvent event) {
        return new Around(event.receivingOrder(), event.order(), event.location());
    }

    private static boolean confirmed(ScanEvent event) {
        return event.confirmed() != null && event.confirmed().contains(RefusalCode.SUSPECT_MISSING_GS.name());
    }

    /** A plate stands for all that is on it: only a pick names goods beside it, and a label of goods wins over its SSCC. */
    private static Label plateOrGoods(ScanEvent event, Label label) {
        boolean goods = !label.goods().withoutLot()
                || label.goods().sku() != null
                || label.goods().code() != null;
        if (label.plate() == null || !goods || "PICK".equals(event.operation())) {
            return label;
        }
        if (event.lpn() != null) {
            throw Refusal.invalid("lpn", "stands for all that is on the plate; goods are not named beside it");
        }
        return label.of(label.goods());
    }

    /** Goods that come back are of the owner whose document is named. */
    private static @Nullable String owner(ScanEvent event) {
        DocumentReference document = event.returnOrder() != null ? event.returnOrder() : event.order();
        return event.owner() != null || document == null ? event.owner() : document.owner();
    }

    /** Refuses with BARCODE_UNREADABLE when a symbol is, or when two of them contradict each other. */
    private static Read merge(Label typed, List<Reading> symbols, Reading whole) {
        ScanMeaning meaning = LabelReader.meaning(whole);
        String plate = typed.plate();
        String text = null;
        for (Reading symbol : symbols) {
            String ofPlate = LabelReader.plate(symbol.meaning());
            plate = plate == null ? ofPlate : plate;
            text = text == null && ofPlate == null ? text(symbol.meaning()) : text;
        }
        Gs1Date produced = meaning.produced();
        String product = LabelReader.product(meaning);
        ScannedGoods read = new ScannedGoods(
                null,
                null,
                product == null ? text : product,
                meaning.lot(),
                meaning.expirationDate(),
                produced == null ? null : produced.date());
        BigDecimal count = meaning.count() == null ? typed.quantity() : BigDecimal.valueOf(meaning.count());
        return new Read(new Label(overlay(typed.goods(), read), count, plate, meaning.labelSerial(), false), text);
    }

    /** What must be looked up: a text without structure, or the label of a lot. */
    private static @Nullable String text(ScanMeaning meaning) {
        OwnCode own = meaning.own();
        return own != null && own.kind() == OwnCode.Kind.LOT ? own.prefix() + own.code() : meaning.text();
    }

    private static ScannedGoods overlay(ScannedGoods first, ScannedGoods second) {
        return new ScannedGoods(
                first.owner() == null ? second.owner() : first.owner(),
                first.sku() == null ? second.sku() : first.sku(),
                first.code() == null ? second.code() : first.code(),
                first.lotNumber() == null ? second.lotNumber() : first.lotNumber(),
                first.expirationDate() == null ? second.expirationDate() : first.expirationDate(),
                first.originationDate() == null ? second.originationDate() : first.originationDate());
    }
}
