package dev.lotline.operations.ordering;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes pick tasks of what an order has been promised, and says why a place was chosen. */
@Singleton
public class Releasing {
    /** @param replayed the command was here before; nothing was reserved this time */
    public record Released(boolean replayed, PickPlan plan) {}

    private final Orders orders;
    private final ReleaseSql sql;
    private final Ledger ledger;

    Releasing(Orders orders, ReleaseSql sql, Ledger ledger) {
        this.orders = orders;
        this.sql = sql;
        this.ledger = ledger;
    }

    /** Reserves what is allocated as far as it can be. Answers all open tasks of the order. Ends with ORDER_CLOSED. */
    public Uni<Released> release(String owner, String reference, Envelope envelope, Scope scope) {
        return orders.commandable(owner, reference, scope)
                .chain(place -> ledger.command(Posting.of("RELEASE", place.booksId(), envelope)
                                .order(place.id())
                                .facts(new JsonObject().put("owner", owner).put("reference", reference)))
                        .chain(posted -> {
                            posted.orRefuse();
                            return plan(place.id(), scope).map(plan -> new Released(posted.replayed(), plan));
                        }));
    }

    private Uni<PickPlan> plan(long orderId, Scope scope) {
        return sql.tasks(orderId, scope.warehouseCodes())
                .chain(tasks -> sql.notReserved(orderId)
                        .map(left -> new PickPlan(
                                OrderReading.list(tasks).stream()
                                        .map(OrderReading::task)
                                        .toList(),
                                OrderReading.list(left).stream()
                                        .map(OrderReading::unreserved)
                                        .toList())));
    }

    /** Ends with UNKNOWN_DOCUMENT, or NOT_FOUND when the order has no such line. */
    public Uni<List<PickPlan.Candidate>> candidates(String owner, String reference, int line, Scope scope) {
        return orders.visible(owner, reference, scope)
                .chain(place -> sql.hasLine(place.id(), line).chain(known -> {
                    if (!known) {
                        throw Refusal.of(RefusalCode.NOT_FOUND, "line", line);
                    }
                    return sql.candidates(place.id(), line, scope.warehouseCodes());
                }))
                .map(rows -> OrderReading.list(rows).stream()
                        .map(OrderReading::candidate)
                        .toList());
    }
}
