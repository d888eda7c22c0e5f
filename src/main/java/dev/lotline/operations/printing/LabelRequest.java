package dev.lotline.operations.printing;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Labels that somebody or something asked for, as the outbox keeps it.
 *
 * @param kind of label, such as ITEM_LOT
 * @param subject what it is stuck to: {@code movements}, or {@code owner, sku, lotNumber}, {@code lpn}, {@code location},
 *     {@code hold}, {@code printer}; with {@code order} or {@code receivingOrder} of the owner it is for that document
 * @param quantity how many labels
 * @param automatic true if nobody asked: without a printer nothing is printed
 * @param printer code of the printer it is meant for; null = by the rules
 */
public record LabelRequest(
        long outboxId,
        UUID eventId,
        long warehouseId,
        String kind,
        JsonObject subject,
        int quantity,
        boolean automatic,
        @Nullable String printer,
        @Nullable String dock,
        @Nullable String device,
        String language,
        String actor) {
    /** Most labels that one request may ask for. */
    public static final int MOST = 500;

    static final Pattern SSCC = Pattern.compile("\\d{18}");

    /** What a person asks for, as the outbox keeps it. */
    public static JsonObject payload(
            String kind,
            JsonObject subject,
            int quantity,
            @Nullable String printer,
            @Nullable String device,
            String language,
            String actor) {
        return new JsonObject()
                .put("operation", "LABEL_REQUESTED")
                .put("kind", kind)
                .put("subject", subject)
                .put("quantity", quantity)
                .put("printer", printer)
                .put("device", device)
                .put("language", language)
                .put("actor", actor);
    }

    /** As it stands in the outbox; {@code kind} absent = an operation left it, and its movements say what came. */
    static LabelRequest of(long outboxId, UUID eventId, long warehouseId, JsonObject payload) {
        boolean automatic = payload.getString("kind") == null;
        String kind = automatic ? automaticKind(payload) : payload.getString("kind");
        JsonObject subject = automatic ? payload : payload.getJsonObject("subject");
        return new LabelRequest(
                outboxId,
                eventId,
                warehouseId,
                kind,
                subject,
                Math.min(MOST, payload.getInteger("quantity", 1)),
                automatic,
                payload.getString("printer"),
                payload.getString("dock"),
                payload.getString("device"),
                payload.getString("language", "en"),
                payload.getString("actor", "printing"));
    }

    private static String automaticKind(JsonObject payload) {
        String plate = payload.getString("lpn");
        if (plate != null) {
            return SSCC.matcher(plate).matches() ? "PALLET" : "LPN";
        }
        if (payload.containsKey("returned")) {
            return "RETURN";
        }
        return payload.containsKey("hold") ? "HOLD" : "ITEM_LOT";
    }
}
