package dev.lotline.stock.ledger;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.Text;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan or command on its way into the ledger; the JSON twin of the database type {@code posting}. Names of the
 * setters are the columns of that type.
 */
public final class Posting {
    private final JsonObject columns;

    private Posting(JsonObject columns) {
        this.columns = columns;
    }

    private Posting(String operation, long warehouseId, Envelope envelope) {
        this(new JsonObject());
        columns.put("operation", operation)
                .put("warehouse_id", warehouseId)
                .put("id", envelope.id().toString())
                .put("device", envelope.device())
                .put("seq", envelope.seq())
                .put("payload_hash", envelope.payloadHash())
                .put("effect_hash", envelope.effectHash())
                .put("payload", envelope.payload())
                .put("actor", envelope.actor())
                .put("language", envelope.language())
                .put("at", envelope.at() == null ? null : envelope.at().toString());
    }

    Posting copy() {
        return new Posting(new JsonObject(new LinkedHashMap<>(columns.getMap())));
    }

    public static Posting of(String operation, long warehouseId, Envelope envelope) {
        return new Posting(operation, warehouseId, envelope);
    }

    /** A refusal that was decided before the ledger; it is stored like any other answer. */
    public Posting refused(Refusal refusal) {
        JsonObject facts = new JsonObject();
        refusal.facts().forEach((name, value) -> facts.put(name, Text.shown(String.valueOf(value))));
        if (!refusal.violations().isEmpty()) {
            facts.put("detail", refusal.violations().get(0).message());
        }
        columns.put("refusal", refusal.code().name());
        return facts(facts);
    }

    /** The same pull of the trigger once more: stored and answered with a warning, and nothing is counted. */
    public Posting repeated() {
        columns.put("refusal", "DUPLICATE_SCAN");
        return this;
    }

    /** Values for the reply that are known before posting; the ledger adds its own. */
    public Posting facts(JsonObject facts) {
        columns.put("facts", facts);
        return this;
    }

    public Posting item(long ownerId, long itemId, @Nullable Long lotId) {
        columns.put("owner_id", ownerId).put("item_id", itemId).put("lot_id", lotId);
        return this;
    }

    /** A lot that may be new: looked up by this identity, or made. */
    public Posting lot(@Nullable String number, @Nullable LocalDate expiration, @Nullable LocalDate origination) {
        columns.put("lot_number", number)
                .put("expiration_date", text(expiration))
                .put("origination_date", text(origination));
        return this;
    }

    public Posting from(@Nullable Long locationId) {
        columns.put("from_location", locationId);
        return this;
    }

    public Posting to(@Nullable Long locationId) {
        columns.put("to_location", locationId);
        return this;
    }

    public Posting quantity(BigDecimal units) {
        columns.put("quantity", units.toPlainString());
        return this;
    }

    public Posting receiving(long receivingOrderId, @Nullable Long receivingLotId) {
        columns.put("receiving_order_id", receivingOrderId).put("receiving_lot_id", receivingLotId);
        return this;
    }

    /** The exception to record instead of counting (RECEIVE), or the state to move within (MOVE). */
    public Posting exception(String code) {
        columns.put("exception", code);
        return this;
    }

    public Posting task(long reservationId) {
        columns.put("reservation_id", reservationId);
        return this;
    }

    public Posting order(long orderId) {
        columns.put("order_id", orderId);
        return this;
    }

    public Posting undoOf(UUID eventId) {
        columns.put("undo_of", eventId.toString());
        return this;
    }

    boolean isRefused() {
        return columns.containsKey("refusal");
    }

    String language() {
        return columns.getString("language");
    }

    JsonObject json(int n) {
        return columns.put("n", n);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
