package dev.lotline.operations.putaway;

import dev.lotline.kernel.Quantity;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.putaway.PutawayRules.Carry;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** STOW: from the dock to a place. MOVE: from place to place within one state. */
@Singleton
public class Putaway {
    private final Ledger ledger;

    Putaway(Ledger ledger) {
        this.ledger = ledger;
    }

    /** STOWED, or a refusal of {@link PutawayRules#stow}, LOT_MIX_FORBIDDEN, LOCATION_LOCKED, CAPACITY_EXCEEDED. */
    public Uni<Posted> stow(long warehouse, Envelope envelope, Scope scope, Stow stow) {
        return ledger.post(
                Posting.of("STOW", warehouse, envelope),
                PutawaySql.context(warehouse, scope, stow),
                (posting, facts) -> {
                    Carry carry = PutawayRules.stow(stow, facts);
                    posting.receiving(Objects.requireNonNull(facts.orderId()), facts.receivingLotId());
                    return book(posting, stow, facts, carry);
                });
    }

    /** MOVED, or a refusal: NOT_ENOUGH_STOCK counts free units only, what is reserved stays where it is. */
    public Uni<Posted> move(long warehouse, Envelope envelope, Scope scope, Stow stow) {
        return ledger.post(
                Posting.of("MOVE", warehouse, envelope),
                PutawaySql.context(warehouse, scope, stow),
                (posting, facts) -> {
                    Carry carry = PutawayRules.move(stow, facts);
                    posting.exception(facts.fromState() == null ? "AVAILABLE" : facts.fromState());
                    return book(posting, stow, facts, carry);
                });
    }

    private static Posting book(Posting posting, Stow stow, PutawayFacts facts, Carry carry) {
        PutawayFacts.Goods goods = carry.goods();
        return posting.item(goods.ownerId(), goods.itemId(), goods.lotId())
                .from(carry.from())
                .to(carry.to())
                .quantity(carry.quantity())
                .facts(new JsonObject()
                        .put("sku", goods.sku())
                        .put("quantity", Quantity.plain(carry.quantity()))
                        .put("lot", goods.lotNumber())
                        .put("expirationDate", Objects.toString(goods.expirationDate(), null))
                        .put("from", facts.from())
                        .put("location", stow.location())
                        .put("next", new JsonObject().put("toStow", Quantity.plain(facts.toStow()))));
    }
}
