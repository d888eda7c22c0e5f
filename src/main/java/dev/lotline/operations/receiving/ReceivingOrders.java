package dev.lotline.operations.receiving;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.stock.ledger.Envelope;
import dev.lotline.stock.ledger.Ledger;
import dev.lotline.stock.ledger.Posting;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The life of a receiving order once announced: looked at, committed, closed or cancelled, its exceptions resolved. */
@Singleton
public class ReceivingOrders {
    /** @param replayed the command was here before; nothing was written */
    public record Done(boolean replayed, ReceivingOrder order) {}

    /**
     * @param before the id that the last page ended with; 0 = from the newest
     * @param rows how many to read
     */
    public record Filter(
            @Nullable String owner, @Nullable String warehouse, boolean open, Scope scope, long before, int rows) {}

    /** What may be done to a whole receiving order; the name is the ledger's operation. */
    public enum Command {
        COMMIT,
        CLOSE,
        CANCEL_RECEIVING
    }

    private record Place(long id, long warehouseId) {}

    private final Pool pool;
    private final ReceivingOrderSql sql;
    private final Ledger ledger;

    ReceivingOrders(Pool pool, ReceivingOrderSql sql, Ledger ledger) {
        this.pool = pool;
        this.sql = sql;
        this.ledger = ledger;
    }

    public Uni<ReceivingOrder> find(String owner, String reference, Scope scope) {
        return place(owner, reference, scope).chain(place -> document(place.id()));
    }

    public Uni<List<ReceivingOrder.Heading>> list(Filter filter) {
        return list(pool, filter);
    }

    /** The same within somebody's transaction. */
    public Uni<List<ReceivingOrder.Heading>> list(SqlClient db, Filter filter) {
        return sql.list(db, filter)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ReceivingOrderReading::heading)
                        .toList());
    }

    /** Ends with DOCUMENT_CLOSED, or with ALREADY_COUNTED for a cancellation. */
    public Uni<Done> command(Command command, String owner, String reference, Envelope envelope, Scope scope) {
        return place(owner, reference, scope)
                .chain(place -> post(
                        place,
                        Posting.of(command.name(), place.warehouseId(), envelope)
                                .receiving(place.id(), null)
                                .facts(new JsonObject().put("owner", owner).put("reference", reference))));
    }

    /**
     * A supervisor's word on an exception: its units are counted after all, or never, or as something else. Ends with
     * ALREADY_RESOLVED, or with what goods may be refused with.
     */
    public Uni<Done> resolve(
            String owner, String reference, long exceptionId, Resolution resolution, Envelope envelope, Scope scope) {
        RelabelRules.shape(resolution);
        return place(owner, reference, scope)
                .chain(place -> sql.exception(pool, place.id(), exceptionId).chain(exception -> {
                    if (exception == null) {
                        throw Refusal.of(RefusalCode.NOT_FOUND, "exception", exceptionId);
                    }
                    JsonObject facts = new JsonObject()
                            .put("exceptionId", exceptionId)
                            .put("owner", owner)
                            .put("reference", reference);
                    String accept = resolution.decision().equals("REJECT") ? "REJECT" : "ACCEPT";
                    Posting posting = Posting.of(accept + "_EXCEPTION", place.warehouseId(), envelope)
                            .receiving(place.id(), null);
                    Resolution.Goods goods = resolution.goods();
                    return goods == null
                            ? post(place, posting.facts(note(facts, resolution.note())))
                            : as(place, goods, counted(exception), posting)
                                    .chain(sku -> post(
                                            place,
                                            posting.facts(note(
                                                    facts.put("relabelled", sku),
                                                    RelabelRules.note(resolution.note(), goods, sku)))));
                }));
    }

    private static JsonObject note(JsonObject facts, @Nullable String note) {
        return note == null ? facts : facts.put("note", note);
    }

    private static RelabelRules.Counted counted(Row exception) {
        return new RelabelRules.Counted(
                exception.getString("code"), exception.getString("sku"), exception.getBigDecimal("quantity"));
    }

    /** Names in the posting what the units are in truth; answers the SKU. */
    private Uni<String> as(Place place, Resolution.Goods goods, RelabelRules.Counted counted, Posting posting) {
        String sku = RelabelRules.sku(counted, goods);
        return sql.wanted(pool, place.id(), sku).map(row -> {
            RelabelRules.judge(
                    counted,
                    goods,
                    sku,
                    row == null
                            ? null
                            : new RelabelRules.Wanted(Announcing.item(row), row.getString("lot_number_pattern")));
            posting.item(Objects.requireNonNull(row).getLong("owner_id"), row.getLong("id"), null)
                    .lot(goods.lotNumber(), goods.expirationDate(), null);
            return sku;
        });
    }

    private Uni<Done> post(Place place, Posting posting) {
        return ledger.command(posting).chain(posted -> {
            posted.orRefuse();
            return document(place.id()).map(order -> new Done(posted.replayed(), order));
        });
    }

    private Uni<Place> place(String owner, String reference, Scope scope) {
        scope.requireOwner(owner);
        return sql.heading(pool, owner, reference).map(row -> {
            if (row == null || !scope.coversWarehouse(row.getString("warehouse"))) {
                throw Refusal.of(RefusalCode.UNKNOWN_DOCUMENT, "reference", reference);
            }
            return new Place(row.getLong("id"), row.getLong("warehouse_id"));
        });
    }

    private Uni<ReceivingOrder> document(long id) {
        return sql.document(pool, id)
                .chain(rows -> sql.exceptions(pool, id)
                        .chain(exceptions -> sql.cartons(pool, id)
                                .map(cartons -> ReceivingOrderReading.order(rows, exceptions, cartons))));
    }
}
