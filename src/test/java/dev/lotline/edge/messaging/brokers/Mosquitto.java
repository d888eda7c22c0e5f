package dev.lotline.edge.messaging.brokers;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Eclipse Mosquitto of Debian. */
final class Mosquitto extends Broker {
    private static final int PORT = 21883;

    private final Path folder;
    private final Vertx vertx = Vertx.vertx();
    private final Semaphore confirmed = new Semaphore(0);
    private MqttClient publisher;

    Mosquitto(Path folder) {
        this.folder = folder;
    }

    @Override
    void start() throws Exception {
        Path config = Files.writeString(
                folder.resolve("mosquitto.conf"),
                "listener " + PORT + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\npersistence false\n");
        run(folder.resolve("broker.log"), Map.of(), List.of("/usr/sbin/mosquitto", "-c", config.toString()));
        until("mosquitto", () -> new Socket("127.0.0.1", PORT).close());
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "lotline.bus.connector", "smallrye-mqtt",
                "mp.messaging.connector.smallrye-mqtt.host", "127.0.0.1",
                "mp.messaging.connector.smallrye-mqtt.port", "" + PORT);
    }

    @Override
    void consume(Consumer<byte[]> each) throws Exception {
        MqttClient client = MqttClient.create(
                vertx,
                new MqttClientOptions()
                        .setClientId("consumer")
                        .setCleanSession(false)
                        .setMaxMessageSize(4 << 20));
        client.publishHandler(message -> {
            if (!message.topicName().startsWith("lotline.in.")
                    && !message.topicName().contains("/")) {
                each.accept(message.payload().getBytes());
            }
        });
        client.connect(PORT, "127.0.0.1")
                .compose(connected -> client.subscribe("#", 1))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Override
    void send(String channel, String device, byte[] body) throws Exception {
        if (publisher == null) {
            publisher = MqttClient.create(vertx, new MqttClientOptions().setMaxInflightQueue(10_000));
            publisher.publishCompletionHandler(id -> confirmed.release());
            await(publisher.connect(PORT, "127.0.0.1"));
        }
        String topic = channel.equals("scans") ? "lotline/scans/" + device : "lotline.in." + channel;
        await(publisher.publish(topic, Buffer.buffer(body), MqttQoS.AT_LEAST_ONCE, false, false));
        if (!confirmed.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("not confirmed");
        }
    }

    private static <T> void await(Future<T> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    Map<String, String> inbound() {
        Map<String, String> all = super.inbound();
        all.put("lotline.inbound.session", "node-1");
        return all;
    }

    @Override
    boolean keeps() {
        return false;
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        super.close();
    }
}
