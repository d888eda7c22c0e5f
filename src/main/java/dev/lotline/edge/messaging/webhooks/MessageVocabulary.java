package dev.lotline.edge.messaging.webhooks;

import dev.lotline.edge.messaging.CloudEventVocabulary;
import dev.lotline.kernel.Quantity;
import dev.lotline.operations.messaging.OutboxEvent;
import dev.lotline.operations.messaging.webhooks.Adjusted;
import dev.lotline.operations.messaging.webhooks.Deliveries.New;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a message says: in the form of Standard Webhooks, or as ShipStream's inventory:adjusted. */
final class MessageVocabulary {
    private static final String ADJUSTED = "inventory:adjusted";

    private MessageVocabulary() {}

    /** {@code type, timestamp, data}, the data as brokers carry it. */
    static New standard(OutboxEvent event) {
        JsonObject body = new JsonObject()
                .put("type", event.topic() + "." + event.operation())
                .put("timestamp", CloudEventVocabulary.time(event))
                .put("data", new JsonObject(event.data()));
        return new New(event.id(), body.getString("type"), body.encode());
    }

    /** @param adjusted all of one owner, by one event */
    static New shipStream(OutboxEvent event, List<Adjusted> adjusted) {
        JsonObject adjustments = new JsonObject();
        for (Adjusted item : adjusted) {
            JsonObject one = new JsonObject()
                    .put("sku", item.sku())
                    .putNull("external_id")
                    .put("product_id", item.item())
                    .put("qty_adjust", number(item.units()))
                    .put("qty_available", number(item.free()));
            if (!item.virtual()) {
                one.put("qty_advertised", number(item.free()));
            }
            adjustments.put(item.sku(), one);
        }
        JsonObject message =
                new JsonObject().put("stock_adjustments", adjustments).put("event_timestamp", timestamp(event.at()));
        return new New(
                event.id(),
                ADJUSTED,
                new JsonObject().put("topic", ADJUSTED).put("message", message).encode());
    }

    /** ShipStream numbers its messages in the body; the number is known once it is stored. */
    static String numbered(String body, long number) {
        JsonObject whole = new JsonObject(body);
        whole.getJsonObject("message").put("webhook_increment_id", number);
        return whole.encode();
    }

    private static String timestamp(OffsetDateTime at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
                .format(at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    private static BigDecimal number(BigDecimal units) {
        return Quantity.plain(units);
    }
}
