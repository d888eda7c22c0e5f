package dev.lotline.edge.messaging.inbound;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.mqtt.MqttConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.mqtt.internal.MqttHelpers;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSessionOptions;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Reads MQTT in place of the connector of SmallRye, which acknowledges a message when it arrives, not when it is done, gives
 * up for ever when more than 128 wait, and loses what a broker has kept when it connects before anybody listens. Understands
 * the same settings of a channel.
 */
@ApplicationScoped
@Connector("lotline-mqtt")
class KeptMqtt implements InboundConnector {
    private final Vertx vertx;
    private final Instance<MqttClientSessionOptions> named;
    private final Optional<String> session;

    KeptMqtt(
            Vertx vertx,
            @Any Instance<MqttClientSessionOptions> named,
            @ConfigProperty(name = "lotline.inbound.session") Optional<String> session) {
        this.vertx = vertx;
        this.named = named;
        this.session = session;
    }

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        MqttConnectorIncomingConfiguration channel = new MqttConnectorIncomingConfiguration(config);
        MqttClientSessionOptions options = MqttHelpers.createClientOptions(channel, named);
        options.setAutoAck(false);
        session.ifPresent(
                name -> options.setClientId(name + "-" + channel.getChannel()).setCleanSession(false));
        String topic = config.getOptionalValue("mqtt-topic", String.class)
                .or(channel::getTopic)
                .orElse(channel.getChannel());
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            MqttLine line = new MqttLine(vertx, options, topic, channel.getQos(), emitter::emit);
                            emitter.onTermination(line::close);
                            line.open(channel.getReconnectIntervalSeconds());
                        },
                        BackPressureStrategy.BUFFER);
    }
}
