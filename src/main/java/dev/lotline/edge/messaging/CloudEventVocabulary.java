package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.OutboxEvent;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** An event as the world hears it: CloudEvents 1.0, JSON, structured mode, with the extensions partitioning and sequence. */
public final class CloudEventVocabulary {
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    private CloudEventVocabulary() {}

    public static JsonObject told(OutboxEvent event) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", source(event.warehouse()))
                .put("type", type(event))
                .put("subject", event.key())
                .put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.at()))
                .put("datacontenttype", "application/json")
                .put("partitionkey", event.key())
                .put("sequence", String.format("%019d", event.number()))
                .put("data", data(event));
    }

    /** Such as {@code dev.lotline.movement.RECEIVE}. */
    public static String type(OutboxEvent event) {
        return "dev." + event.topic() + "." + event.operation();
    }

    private static String source(@Nullable String warehouse) {
        return warehouse == null
                ? "/lotline"
                : "/lotline/warehouses/"
                        + URLEncoder.encode(warehouse, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the outbox keeps, with the codes of the business instead of numbers of the database. */
    private static JsonObject data(OutboxEvent event) {
        JsonObject data = event.payload().copy();
        int moves = data.getValue("movements") instanceof Iterable<?>
                ? data.getJsonArray("movements").size()
                : 0;
        data.put("operation", event.operation());
        put(data, "warehouse", event.warehouse());
        put(data, "owner", event.owner());
        put(data, "sku", event.sku());
        return data.put("movements", event.moves()).put("movementCount", moves);
    }

    private static void put(JsonObject data, String name, @Nullable String value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
