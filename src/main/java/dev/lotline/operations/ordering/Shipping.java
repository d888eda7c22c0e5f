package dev.lotline.operations.ordering;

import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Sends what lies in the totes of an order and leaves the rest of it open. */
@Singleton
public class Shipping {
    private final Orders orders;
    private final Ledger ledger;

    Shipping(Orders orders, Ledger ledger) {
        this.orders = orders;
        this.ledger = ledger;
    }

    /**
     * Ends with NOTHING_PICKED, NOT_FULLY_PICKED, KIT_INCOMPLETE, REFERENCE_REUSED (of a transfer), ORDER_CLOSED, or with why a picked lot may not leave the house:
     * LOT_ON_HOLD, LOT_EXPIRED, SHELF_LIFE_TOO_SHORT.
     */
    public Uni<Orders.Done> ship(String owner, String reference, Shipment shipment, Envelope envelope, Scope scope) {
        OrderRules.shape(shipment);
        JsonObject facts = new JsonObject()
                .put("owner", owner)
                .put("reference", reference)
                .put("carrier", shipment.carrier())
                .put("trackingNumber", shipment.trackingNumber())
                .put("packages", shipment.packages())
                .put("complete", shipment.complete());
        facts.getMap().values().removeIf(Objects::isNull);
        return orders.commandable(owner, reference, scope)
                .chain(place -> ledger.command(Posting.of("SHIP", place.booksId(), envelope)
                                .order(place.id())
                                .facts(facts))
                        .chain(posted -> {
                            posted.orRefuse();
                            return orders.document(place, scope)
                                    .map(order -> new Orders.Done(posted.replayed(), order));
                        }));
    }
}
