package dev.lotline.operations.picking;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PICK: out of its place into a tote. SHORT: not there. UNPICK: back again. */
@Singleton
public class Picking {
    private interface Booking {
        Posting book(Posting posting, PickFacts facts);
    }

    private final Ledger ledger;

    Picking(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * PICKED, or a refusal of {@link PickingRules#lot}, UNKNOWN_TASK, TASK_ALREADY_PICKED, TASK_STOPPED,
     * MORE_THAN_TASK, LOT_ON_HOLD, LOT_EXPIRED, SHELF_LIFE_TOO_SHORT. A nearer or equal expiry of the item in the same
     * place is taken instead of the planned lot.
     */
    public Uni<Posted> pick(long warehouse, Envelope envelope, Scope scope, Pick pick) {
        return book("PICK", warehouse, envelope, scope, pick, (posting, facts) -> {
            Long lot = PickingRules.lot(pick, facts);
            BigDecimal quantity = PickingRules.quantity(pick, facts, facts.left());
            return posting.item(facts.ownerId(), facts.itemId(), lot)
                    .from(facts.taskPlaceId())
                    .to(Objects.requireNonNull(facts.toteId()))
                    .quantity(quantity)
                    .facts(said(facts, quantity, facts.taskPlace(), pick));
        });
    }

    /** SHORT, or UNKNOWN_TASK, TASK_ALREADY_PICKED, TASK_STOPPED, MORE_THAN_TASK. */
    public Uni<Posted> shortPick(long warehouse, Envelope envelope, Scope scope, Pick pick) {
        return book("SHORT", warehouse, envelope, scope, pick, (posting, facts) -> {
            BigDecimal quantity = PickingRules.quantity(pick, facts, facts.left());
            return posting.item(facts.ownerId(), facts.itemId(), facts.taskLot())
                    .quantity(quantity)
                    .facts(said(facts, quantity, facts.taskPlace(), pick));
        });
    }

    /** UNPICKED, or UNKNOWN_TASK, UNKNOWN_LOCATION, NOT_ENOUGH_STOCK and the refusals of a place. */
    public Uni<Posted> unpick(long warehouse, Envelope envelope, Scope scope, Pick pick) {
        return book("UNPICK", warehouse, envelope, scope, pick, (posting, facts) -> {
            if (pick.location() != null && facts.placeId() == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", pick.location());
            }
            BigDecimal quantity = PickingRules.quantity(pick, facts, facts.picked());
            String place = pick.location() == null ? facts.taskPlace() : pick.location();
            return posting.item(facts.ownerId(), facts.itemId(), facts.taskLot())
                    .to(facts.placeId() == null ? facts.taskPlaceId() : facts.placeId())
                    .quantity(quantity)
                    .facts(said(facts, quantity, place, pick));
        });
    }

    private Uni<Posted> book(
            String operation, long warehouse, Envelope envelope, Scope scope, Pick pick, Booking booking) {
        return ledger.post(
                Posting.of(operation, warehouse, envelope),
                PickingSql.context(warehouse, pick),
                (posting, found) -> booking.book(posting.task(pick.task()), require(found, scope, pick.task())));
    }

    private static PickFacts require(@Nullable PickFacts facts, Scope scope, long task) {
        if (facts == null || !scope.coversOwner(facts.owner())) {
            throw Refusal.of(RefusalCode.UNKNOWN_TASK, "task", task);
        }
        return facts;
    }

    private static JsonObject said(PickFacts facts, BigDecimal quantity, String place, Pick pick) {
        return new JsonObject()
                .put("sku", facts.sku())
                .put("quantity", Quantity.plain(quantity))
                .put("lot", Objects.toString(pick.goods().lotNumber(), facts.lotNumber()))
                .put("expirationDate", Objects.toString(facts.expirationDate(), null))
                .put("location", place)
                .put("reason", pick.reason())
                .put("next", facts.next());
    }
}
