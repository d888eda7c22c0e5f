package dev.lotline.edge.floor;

import dev.lotline.edge.floor.EventReader.Incoming;
import dev.lotline.edge.floor.house.Warehouses;
import dev.lotline.edge.floor.house.Warehouses.Known;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import dev.lotline.stock.ledger.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Takes one event to the operation it names. */
@Singleton
public class Floor {
    private final EventLabels labels;
    private final Warehouses warehouses;
    private final Ledger ledger;
    private final FloorWork work;
    private final Repeats repeats;
    private final PaperSeen paper;

    Floor(EventLabels labels, Warehouses warehouses, Ledger ledger, FloorWork work, Repeats repeats, PaperSeen paper) {
        this.paper = paper;
        this.repeats = repeats;
        this.labels = labels;
        this.warehouses = warehouses;
        this.ledger = ledger;
        this.work = work;
    }

    /** A verdict for the event; fails only when the whole request must be sent again. */
    public Uni<ScanReply> take(Incoming incoming, Actor actor) {
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
            return booked(event, envelope, known, actor).map(posted -> {
                if (posted.verdict() == Verdict.REFUSED) {
                    repeats.forget(actor.device(), envelope.id());
                }
                return ScanReply.of(envelope, event, posted);
            });
        });
    }

    private Uni<Posted> booked(ScanEvent event, Envelope envelope, Known warehouse, Actor actor) {
        try {
            EventRules.check(event);
            EventRules.allow(event, actor);
            if (event.receivingOrder() != null
                    && !actor.scope()
                            .coversOwner(String.valueOf(event.receivingOrder().owner()))) {
                throw Refusal.of(
                        RefusalCode.UNKNOWN_DOCUMENT,
                        "document",
                        "" + event.receivingOrder().reference());
            }
            return labels.read(event, envelope.id(), warehouse, actor)
                    .chain(label -> label.repeated()
                            ? ledger.post(Posting.of("" + event.operation(), warehouse.id(), envelope)
                                    .repeated())
                            : paper.look(event, envelope.id(), label, warehouse.id(), actor)
                                    .chain(() -> work.operate(event, envelope, warehouse.id(), actor, label)))
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
}
