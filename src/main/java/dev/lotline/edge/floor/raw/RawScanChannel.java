package dev.lotline.edge.floor.raw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Sentences;
import dev.lotline.kernel.access.Holder;
import dev.lotline.operations.messaging.inbox.Inbox;
import dev.lotline.operations.messaging.inbox.Letter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.mqtt.ReceivingMqttMessageMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * Fixed scanners that speak MQTT: a message is what {@code POST /floor/scans} takes, one at a time and in order. Its device
 * is the last part of its topic, which the broker grants to that device alone; elsewhere the field {@code device}.
 */
@ApplicationScoped
class RawScanChannel {
    private static final String CHANNEL = "scans";
    private static final String DEVICE = "device";

    private final Inbox inbox;
    private final Holder holder;
    private final RawScans scans;
    private final ObjectMapper json;

    RawScanChannel(Inbox inbox, Holder holder, RawScans scans, ObjectMapper json) {
        this.inbox = inbox;
        this.holder = holder;
        this.scans = scans;
        this.json = json;
    }

    @Incoming(CHANNEL)
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    Uni<Void> scan(Message<byte[]> message) {
        String sender = message.getMetadata(ReceivingMqttMessageMetadata.class)
                .map(mqtt -> mqtt.getTopic().substring(mqtt.getTopic().lastIndexOf('/') + 1))
                .orElse(null);
        return inbox.take(
                        CHANNEL,
                        message.getPayload(),
                        body -> Letter.plain(json, body),
                        letter -> Uni.createFrom()
                                .completionStage(() -> holder.may(Capability.SCAN))
                                .chain(actor -> taken(letter, sender, actor)))
                .chain(() -> Uni.createFrom().completionStage(message.ack()));
    }

    private Uni<?> taken(Letter letter, @Nullable String sender, Actor actor) {
        ObjectNode fields = letter.data().deepCopy();
        JsonNode named = fields.remove(DEVICE);
        String device = device(named, sender);
        RawScanBody body = new Letter(letter.id(), fields).as(json, RawScanBody.class);
        Actor asDevice = new Actor(actor.name(), actor.role(), actor.capabilities(), actor.scope(), device);
        try {
            RawScan scan = RawScanResource.scan(body, device, json);
            return scans.take(scan, asDevice, Sentences.LANGUAGES.get(0).toLanguageTag());
        } catch (JsonProcessingException e) {
            throw Refusal.of(RefusalCode.MALFORMED);
        }
    }

    private static String device(@Nullable JsonNode named, @Nullable String sender) {
        String device = named == null || !named.isTextual() ? null : named.asText();
        if (sender != null && device != null && !device.equals(sender)) {
            throw Refusal.invalid(DEVICE, "is not the one of the topic");
        }
        if (sender == null && device == null) {
            throw Refusal.invalid(DEVICE, "is required");
        }
        return sender == null ? String.valueOf(device) : sender;
    }
}
