package dev.lotline.edge.floor;

import dev.lotline.edge.floor.EventReader.Incoming;
import dev.lotline.edge.floor.ScanEvent.Barcode;
import dev.lotline.edge.floor.ScanEvent.DocumentReference;
import dev.lotline.edge.floor.Warehouses.Known;
import dev.lotline.gs1.Gs1Date;
import dev.lotline.gs1.scan.ScanMeaning;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.correction.Undoing;
import dev.lotline.operations.picking.Pick;
import dev.lotline.operations.picking.Picking;
import dev.lotline.operations.putaway.Putaway;
import dev.lotline.operations.putaway.Stow;
import dev.lotline.operations.quarantine.HoldingByScan;
import dev.lotline.operations.quarantine.ScannedHold;
import dev.lotline.operations.receiving.Receipt;
import dev.lotline.operations.receiving.Receiving;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import dev.lotline.stock.lot.ScannedGoods;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes one event to the operation it names. */
@Singleton
class Floor {
    private record Label(ScannedGoods goods, @Nullable BigDecimal quantity) {}

    private final LabelReader labels;
    private final Warehouses warehouses;
    private final BarcodeResolver resolver;
    private final Ledger ledger;
    private final Receiving receiving;
    private final Putaway putaway;
    private final Picking picking;
    private final Undoing undoing;
    private final HoldingByScan holding;

    Floor(
            LabelReader labels,
            Warehouses warehouses,
            BarcodeResolver resolver,
            Ledger ledger,
            Receiving receiving,
            Putaway putaway,
            Picking picking,
            Undoing undoing,
            HoldingByScan holding) {
        this.labels = labels;
        this.warehouses = warehouses;
        this.resolver = resolver;
        this.ledger = ledger;
        this.receiving = receiving;
        this.putaway = putaway;
        this.picking = picking;
        this.undoing = undoing;
        this.holding = holding;
    }

    /** A verdict for the event; fails only when the whole request must be sent again. */
    Uni<ScanReply> take(Incoming incoming, Actor actor) {
        ScanEvent event = incoming.event();
        Envelope envelope = incoming.envelope();
        String code = Objects.requireNonNullElse(event.warehouse(), "");
        return warehouses.find(code).chain(known -> {
            if (known == null || !actor.scope().coversWarehouse(code)) {
                // nothing to store it under: the same event gets the same answer without
                return Uni.createFrom()
                        .item(ScanReply.refused(
                                envelope, Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", code)));
            }
            return booked(event, envelope, known, actor).map(posted -> ScanReply.of(envelope, event, posted));
        });
    }

    private Uni<Posted> booked(ScanEvent event, Envelope envelope, Known warehouse, Actor actor) {
        try {
            EventRules.check(event);
            if (event.receivingOrder() != null
                    && !actor.scope()
                            .coversOwner(String.valueOf(event.receivingOrder().owner()))) {
                throw Refusal.of(
                        RefusalCode.UNKNOWN_DOCUMENT,
                        "document",
                        "" + event.receivingOrder().reference());
            }
            return label(event, warehouse, actor)
                    .chain(label -> operate(event, envelope, warehouse.id(), actor, label))
                    .onFailure(Floor::answerable)
                    .recoverWithUni(refusal -> refuse(event, envelope, warehouse, (Refusal) refusal));
        } catch (Refusal refusal) {
            return refuse(event, envelope, warehouse, refusal);
        }
    }

    private static boolean answerable(Throwable failure) {
        return failure instanceof Refusal refusal && !refusal.code().retryable();
    }

    private Uni<Posted> refuse(ScanEvent event, Envelope envelope, Known warehouse, Refusal refusal) {
        // what is no operation may be any text: it stays in the payload
        String operation = EventRules.knows(event.operation()) ? String.valueOf(event.operation()) : "";
        return ledger.refuse(Posting.of(operation, warehouse.id(), envelope), refusal);
    }

    private Uni<Posted> operate(ScanEvent event, Envelope envelope, long warehouse, Actor actor, Label label) {
        DocumentReference document = event.receivingOrder();
        BigDecimal quantity = event.quantity() == null ? label.quantity() : event.quantity();
        String owner = document == null ? null : document.owner();
        String reference = document == null ? null : document.reference();
        String location = Objects.requireNonNullElse(event.location(), "");
        Stow stow = new Stow(owner, reference, label.goods(), quantity, event.from(), location);
        Pick pick = new Pick(
                event.task() == null ? 0 : event.task(),
                event.location(),
                label.goods(),
                quantity,
                event.tote(),
                event.reason());
        return switch (Objects.requireNonNull(event.operation())) {
            case "RECEIVE" ->
                receiving.receive(
                        warehouse,
                        envelope,
                        new Receipt("" + owner, "" + reference, label.goods(), quantity, location));
            case "STOW" -> putaway.stow(warehouse, envelope, actor.scope(), stow);
            case "MOVE" -> putaway.move(warehouse, envelope, actor.scope(), stow);
            case "PICK" -> picking.pick(warehouse, envelope, actor.scope(), pick);
            case "SHORT" -> picking.shortPick(warehouse, envelope, actor.scope(), pick);
            case "HOLD" -> holding.hold(envelope, actor, held(event, label));
            case "UNHOLD" -> holding.unhold(warehouse, envelope, actor, held(event, label));
            case "UNPICK" -> picking.unpick(warehouse, envelope, actor.scope(), pick);
            default -> undoing.undo(warehouse, envelope, Objects.requireNonNull(event.of()));
        };
    }

    private static ScannedHold held(ScanEvent event, Label label) {
        return new ScannedHold(
                "" + event.warehouse(),
                label.goods(),
                "location".equals(event.scope()) ? event.location() : null,
                event.reason());
    }

    /** What the label and the typed fields say together; a typed field wins over the label. */
    private Uni<Label> label(ScanEvent event, Known warehouse, Actor actor) {
        ScannedGoods typed = new ScannedGoods(
                event.owner(), event.sku(), null, event.lotNumber(), event.expirationDate(), event.originationDate());
        if (event.barcode() == null && event.barcodes() == null) {
            return Uni.createFrom().item(new Label(typed, null));
        }
        ScanMeaning meaning = ScanMeaning.NONE;
        Label label = new Label(typed, null);
        for (Barcode barcode : event.barcodes() == null
                ? java.util.List.of(Objects.requireNonNull(event.barcode()))
                : event.barcodes()) {
            meaning = LabelReader.meaning(labels.read(barcode, warehouse.today()));
            label = merge(label, meaning);
        }
        if (meaning.text() == null || label.goods().sku() != null) {
            return Uni.createFrom().item(label);
        }
        Label unread = label;
        return resolver.plainText(meaning.text(), warehouse.id(), event, actor.scope())
                .map(found -> found == null ? unread : new Label(overlay(unread.goods(), found), unread.quantity()));
    }

    private static Label merge(Label label, ScanMeaning meaning) {
        Gs1Date produced = meaning.produced();
        ScannedGoods read = new ScannedGoods(
                null,
                null,
                LabelReader.gtin(meaning) == null ? meaning.text() : LabelReader.gtin(meaning),
                meaning.lot(),
                meaning.expirationDate(),
                produced == null ? null : produced.date());
        BigDecimal count = meaning.count() == null ? label.quantity() : BigDecimal.valueOf(meaning.count());
        return new Label(overlay(label.goods(), read), count);
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
