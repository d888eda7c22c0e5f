package dev.lotline.operations.receiving;

import dev.lotline.kernel.Quantity;
import dev.lotline.operations.receiving.ReceivingFacts.Dock;
import dev.lotline.operations.receiving.ReceivingFacts.Item;
import dev.lotline.operations.receiving.ReceivingFacts.Order;
import dev.lotline.operations.receiving.ReceivingRules.Count;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posted;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Objects;

/** RECEIVE: counting announced goods on the dock, lot and expiry captured. */
@Singleton
public class Receiving {
    private static final String OPERATION = "RECEIVE";

    private final Ledger ledger;

    Receiving(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Verdicts: RECEIVED; WARN with the exception that was recorded; every refusal of {@link ReceivingRules#decide}. */
    public Uni<Posted> receive(long warehouse, Envelope envelope, Receipt receipt) {
        return ledger.post(
                Posting.of(OPERATION, warehouse, envelope),
                ReceivingSql.context(warehouse, receipt),
                (posting, facts) -> book(posting, receipt, facts, ReceivingRules.decide(receipt, facts)));
    }

    private static Posting book(Posting posting, Receipt receipt, ReceivingFacts facts, Count count) {
        Order order = Objects.requireNonNull(facts.order());
        Item item = Objects.requireNonNull(facts.item());
        Dock dock = Objects.requireNonNull(facts.dock());
        JsonObject said = new JsonObject()
                .put("sku", item.sku())
                .put("quantity", Quantity.plain(count.quantity()))
                .put("lot", count.lotNumber())
                .put("expirationDate", Objects.toString(count.expirationDate(), null))
                .put("location", receipt.location())
                .put("next", new JsonObject().put("expected", Quantity.plain(facts.stillExpected())));
        posting.item(order.ownerId(), item.id(), count.lotId())
                .lot(count.lotNumber(), count.expirationDate(), receipt.goods().originationDate())
                .to(dock.id())
                .quantity(count.quantity())
                .receiving(order.id(), count.receivingLotId())
                .facts(said);
        return count.exception() == null ? posting : posting.exception(count.exception());
    }
}
