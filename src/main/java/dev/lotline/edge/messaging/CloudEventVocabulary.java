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

    /** The event as JSON text, its data passed on as the outbox gives it. */
    public static String told(OutboxEvent event) {
        String head = new JsonObject()
                .put("specversion", "1.0")
                .put("id", event.id())
                .put("source", source(event.warehouse()))
                .put("type", type(event))
                .put("subject", event.key())
                .put("time", time(event))
                .put("datacontenttype", "application/json")
                .put("partitionkey", event.key())
                .put("sequence", String.format("%019d", event.number()))
                .encode();
        return head.substring(0, head.length() - 1) + ",\"data\":" + event.data() + "}";
    }

    public static String time(OutboxEvent event) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(event.at());
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
}
