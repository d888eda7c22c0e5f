package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.OutboxEvent;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.mqtt.SendingMqttMessageMetadata;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The one channel out. Its connector is chosen when the application starts; a message carries its topic and key in the
 * form that this connector reads.
 */
@ApplicationScoped
class Bus implements Outlet {
    private static final int PERSISTENT = 2;

    private final MutinyEmitter<byte[]> emitter;
    private final String connector;

    Bus(
            @Channel("events") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 4 * BusRelay.BATCH)
                    MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "lotline.bus.connector") String connector) {
        this.emitter = emitter;
        this.connector = connector;
    }

    @Override
    public Uni<Void> tell(List<OutboxEvent> events) {
        return Uni.join()
                .all(events.stream()
                        .map(event -> emitter.sendMessage(message(event)))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private Message<byte[]> message(OutboxEvent event) {
        byte[] text = CloudEventVocabulary.told(event).getBytes(StandardCharsets.UTF_8);
        return Message.of(text, Metadata.of(address(event)));
    }

    private Object address(OutboxEvent event) {
        return switch (connector) {
            case "smallrye-kafka" ->
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(event.topic())
                        .withKey(event.key())
                        .build();
            case "smallrye-rabbitmq" ->
                OutgoingRabbitMQMetadata.builder()
                        .withRoutingKey(event.topic())
                        .withMessageId(event.id())
                        .withContentType(CloudEventVocabulary.MEDIA_TYPE)
                        .withDeliveryMode(PERSISTENT)
                        .build();
            case "smallrye-mqtt" -> new SendingMqttMessageMetadata(event.topic(), MqttQoS.AT_LEAST_ONCE, false);
            default -> new Address(event.topic(), event.key());
        };
    }
}
