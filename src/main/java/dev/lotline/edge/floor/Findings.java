package dev.lotline.edge.floor;

import dev.lotline.edge.floor.EventLabels.Label;
import dev.lotline.edge.floor.resolve.DocumentReference;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.correction.Undoing;
import dev.lotline.operations.counting.Adjusting;
import dev.lotline.operations.counting.Counting;
import dev.lotline.operations.counting.Loss;
import dev.lotline.operations.counting.Tally;
import dev.lotline.operations.quarantine.HoldingByScan;
import dev.lotline.operations.quarantine.ScannedHold;
import dev.lotline.operations.returns.Comeback;
import dev.lotline.operations.returns.Returning;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Posted;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What nobody has sent the operator to do: held, counted, lost, come back, taken back. */
@Singleton
class Findings {
    private final HoldingByScan holding;
    private final Adjusting adjusting;
    private final Counting counting;
    private final Returning returning;
    private final Undoing undoing;

    Findings(HoldingByScan holding, Adjusting adjusting, Counting counting, Returning returning, Undoing undoing) {
        this.holding = holding;
        this.adjusting = adjusting;
        this.counting = counting;
        this.returning = returning;
        this.undoing = undoing;
    }

    Uni<Posted> operate(ScanEvent event, Envelope envelope, long warehouse, Actor actor, Label label) {
        BigDecimal quantity = event.quantity() == null ? label.quantity() : event.quantity();
        String location = Objects.requireNonNullElse(event.location(), "");
        Loss loss = new Loss(label.goods(), quantity, location, String.valueOf(event.reason()));
        return switch (Objects.requireNonNull(event.operation())) {
            case "HOLD" -> holding.hold(envelope, actor, held(event, label));
            case "UNHOLD" -> holding.unhold(warehouse, envelope, actor, held(event, label));
            case "COUNT" ->
                counting.count(
                        warehouse,
                        envelope,
                        actor.scope(),
                        new Tally(label.goods(), Objects.requireNonNull(event.counted()), location, event.position()));
            case "DAMAGE" -> adjusting.damage(warehouse, envelope, actor.scope(), loss);
            case "DISPOSE" -> adjusting.dispose(warehouse, envelope, actor.scope(), loss);
            case "RETURN" ->
                returning.scan(
                        warehouse,
                        Objects.requireNonNull(event.warehouse()),
                        envelope,
                        actor.scope(),
                        new Comeback(
                                name(event.returnOrder()),
                                name(event.order()),
                                label.goods(),
                                quantity,
                                location,
                                event.kind()));
            default -> undoing.undo(warehouse, envelope, Objects.requireNonNull(event.of()));
        };
    }

    private static ScannedHold held(ScanEvent event, Label label) {
        return new ScannedHold(
                "" + event.warehouse(),
                label.goods(),
                "location".equals(event.scope()) ? event.location() : null,
                "lpn".equals(event.scope()) ? plate(label) : null,
                event.reason());
    }

    private static String plate(Label label) {
        if (label.plate() == null) {
            throw Refusal.invalid("lpn", "is required for scope lpn: the label names no plate");
        }
        return label.plate();
    }

    private static Comeback.@Nullable Name name(@Nullable DocumentReference document) {
        return document == null ? null : new Comeback.Name(document.owner(), document.reference());
    }
}
