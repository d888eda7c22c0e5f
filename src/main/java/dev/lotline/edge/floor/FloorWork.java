package dev.lotline.edge.floor;

import dev.lotline.edge.floor.EventLabels.Label;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.picking.Pick;
import dev.lotline.operations.picking.Picking;
import dev.lotline.operations.plates.Carrying;
import dev.lotline.operations.plates.Carrying.Load;
import dev.lotline.operations.putaway.Putaway;
import dev.lotline.operations.putaway.Stow;
import dev.lotline.operations.receiving.Receipt;
import dev.lotline.operations.receiving.Receiving;
import dev.lotline.operations.waves.HandingOver;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Posted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What operators are sent to do: receive, put away, carry, pick. */
@Singleton
class FloorWork {
    private final Receiving receiving;
    private final Putaway putaway;
    private final Picking picking;
    private final Carrying carrying;
    private final HandingOver handingOver;
    private final Findings findings;

    FloorWork(
            Receiving receiving,
            Putaway putaway,
            Picking picking,
            Carrying carrying,
            HandingOver handingOver,
            Findings findings) {
        this.receiving = receiving;
        this.putaway = putaway;
        this.picking = picking;
        this.carrying = carrying;
        this.handingOver = handingOver;
        this.findings = findings;
    }

    Uni<Posted> operate(ScanEvent event, Envelope envelope, long warehouse, Actor actor, Label label) {
        DocumentReference document = event.receivingOrder();
        BigDecimal quantity = event.quantity() == null ? label.quantity() : event.quantity();
        String owner = document == null ? null : document.owner();
        String reference = document == null ? null : document.reference();
        String location = Objects.requireNonNullElse(event.location(), "");
        if (label.plate() != null && !"PICK".equals(event.operation()) && !"lpn".equals(event.scope())) {
            return carry(event, envelope, warehouse, actor, new Load(label.plate(), owner, reference, location));
        }
        Stow stow = new Stow(owner, reference, label.goods(), quantity, event.from(), location, event.task());
        Pick pick = new Pick(
                event.task() == null ? 0 : event.task(),
                event.location(),
                label.goods(),
                quantity,
                event.tote(),
                event.reason(),
                label.plate());
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
            case "UNPICK" -> picking.unpick(warehouse, envelope, actor.scope(), pick);
            case "HAND_OVER" -> handingOver.handOver(warehouse, envelope, actor.scope(), work(event, actor));
            default -> findings.operate(event, envelope, warehouse, actor, label);
        };
    }

    /** Without a name the sender takes it. */
    private static HandingOver.Work work(ScanEvent event, Actor actor) {
        return new HandingOver.Work(
                event.wave(),
                event.task() == null ? null : List.of(event.task()),
                event.to() == null ? actor.device() : event.to());
    }

    private Uni<Posted> carry(ScanEvent event, Envelope envelope, long warehouse, Actor actor, Load load) {
        return switch (Objects.requireNonNull(event.operation())) {
            case "RECEIVE" -> carrying.receive(warehouse, envelope, actor.scope(), load);
            case "STOW" -> carrying.stow(warehouse, envelope, actor.scope(), load);
            case "MOVE" -> carrying.move(warehouse, envelope, actor.scope(), load);
            default -> throw Refusal.invalid("lpn", "can't be given for " + event.operation());
        };
    }
}
