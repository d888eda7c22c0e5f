package dev.lotline.edge.floor;

import dev.lotline.edge.floor.house.Warehouses.Known;
import dev.lotline.edge.floor.resolve.Barcode;
import dev.lotline.edge.floor.resolve.BarcodeResolver;
import dev.lotline.edge.floor.resolve.BarcodeResolver.Around;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.edge.floor.resolve.LabelReader;
import dev.lotline.edge.floor.resolve.Suspicions;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.scan.Reading;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.devices.DeviceProfile;
import dev.lotline.operations.devices.Devices;
import dev.lotline.operations.plates.PlateRules;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the labels and the typed fields of an event say together; a typed field wins over a label. */
@Singleton
class EventLabels {
    /**
     * @param quantity null = the labels count nothing
     * @param plate an SSCC or LPN; null = the goods themselves were scanned
     */
    record Label(
            ScannedGoods goods,
            @Nullable BigDecimal quantity,
            @Nullable String plate) {}

    private final LabelReader labels;
    private final BarcodeResolver resolver;
    private final Suspicions suspicions;
    private final Devices devices;

    EventLabels(LabelReader labels, BarcodeResolver resolver, Suspicions suspicions, Devices devices) {
        this.labels = labels;
        this.resolver = resolver;
        this.suspicions = suspicions;
        this.devices = devices;
    }

    /** Refuses with BARCODE_UNREADABLE, and what a plain text may end with. */
    Uni<Label> read(ScanEvent event, Known warehouse, Actor actor) {
        ScannedGoods typed = new ScannedGoods(
                owner(event), event.sku(), null, event.lotNumber(), event.expirationDate(), event.originationDate());
        Label label = new Label(typed, null, event.lpn() == null ? null : PlateRules.code("lpn", event.lpn()));
        if (event.barcode() == null && event.barcodes() == null) {
            return Uni.createFrom().item(plateOrGoods(event, label));
        }
        return devices.profile(actor.device()).chain(profile -> scanned(event, warehouse, actor, label, profile));
    }

    private Uni<Label> scanned(ScanEvent event, Known warehouse, Actor actor, Label typed, DeviceProfile profile) {
        List<Barcode> barcodes =
                event.barcodes() == null ? List.of(Objects.requireNonNull(event.barcode())) : event.barcodes();
        Label label = typed;
        ScanMeaning meaning = ScanMeaning.NONE;
        Reading suspect = null;
        boolean ask = event.lotNumber() == null && !confirmed(event);
        for (Barcode barcode : barcodes) {
            Reading reading = labels.read(barcode, profile, warehouse.today());
            suspect = ask && Suspicions.worthAsking(reading, warehouse.today()) ? reading : suspect;
            meaning = suspect == reading ? reading.meaning() : LabelReader.meaning(reading);
            label = merge(label, meaning);
        }
        if (suspect != null) {
            Reading asked = suspect;
            Label read = label;
            return suspicions.refuse(asked, warehouse.today(), actor.scope()).map(sound -> plateOrGoods(event, read));
        }
        if (meaning.text() == null || label.goods().sku() != null || label.plate() != null) {
            return Uni.createFrom().item(plateOrGoods(event, label));
        }
        Label unread = label;
        return resolver.plainText(meaning.text(), warehouse.id(), around(event), actor.scope())
                .map(found ->
                        found == null ? unread : new Label(overlay(unread.goods(), found), unread.quantity(), null));
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
        return new Label(label.goods(), label.quantity(), null);
    }

    /** Goods that come back are of the owner whose document is named. */
    private static @Nullable String owner(ScanEvent event) {
        DocumentReference document = event.returnOrder() != null ? event.returnOrder() : event.order();
        return event.owner() != null || document == null ? event.owner() : document.owner();
    }

    private static Label merge(Label label, ScanMeaning meaning) {
        @Nullable String plate = label.plate() == null ? LabelReader.plate(meaning) : label.plate();
        if (LabelReader.plate(meaning) != null) {
            return new Label(label.goods(), label.quantity(), plate);
        }
        Gs1Date produced = meaning.produced();
        ScannedGoods read = new ScannedGoods(
                null,
                null,
                LabelReader.gtin(meaning) == null ? meaning.text() : LabelReader.gtin(meaning),
                meaning.lot(),
                meaning.expirationDate(),
                produced == null ? null : produced.date());
        BigDecimal count = meaning.count() == null ? label.quantity() : BigDecimal.valueOf(meaning.count());
        return new Label(overlay(label.goods(), read), count, plate);
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
