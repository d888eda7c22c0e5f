package dev.lotline.edge.messaging.brokers;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** RabbitMQ of Debian. Its consumer takes a message off the queue only when it has it. */
final class Rabbit extends Broker {
    private static final int PORT = 25672;

    private final Path folder;
    private Connection connection;
    private Connection sending;
    private Channel publisher;
    private int sent;

    Rabbit(Path folder) {
        this.folder = folder;
    }

    @Override
    void start() throws Exception {
        Files.writeString(folder.resolve("plugins"), "[].");
        run(
                folder.resolve("broker.log"),
                Map.ofEntries(
                        Map.entry("RABBITMQ_NODENAME", "brokers@localhost"),
                        Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                        Map.entry("RABBITMQ_NODE_PORT", "" + PORT),
                        Map.entry("RABBITMQ_DIST_PORT", "25673"),
                        Map.entry(
                                "RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString()),
                        Map.entry(
                                "ERL_CRASH_DUMP",
                                folder.resolve("erl_crash.dump").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                folder.resolve("plugins").toString()),
                        Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve("none").toString()),
                        Map.entry("ERL_EPMD_PORT", "24369"),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry("HOME", folder.toString())),
                List.of("/usr/lib/rabbitmq/bin/rabbitmq-server"));
        until("rabbitmq", () -> factory().newConnection().close());
    }

    private static ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(PORT);
        factory.setNetworkRecoveryInterval(500);
        return factory;
    }

    @Override
    Map<String, String> settings() {
        return Map.of(
                "lotline.bus.connector", "smallrye-rabbitmq",
                "rabbitmq-host", "127.0.0.1",
                "rabbitmq-port", "" + PORT,
                "rabbitmq-username", "guest",
                "rabbitmq-password", "guest");
    }

    @Override
    void consume(Consumer<byte[]> each) throws Exception {
        connection = factory().newConnection();
        Channel channel = connection.createChannel();
        channel.basicQos(200);
        channel.exchangeDeclare("lotline", "topic", true);
        channel.queueDeclare("all", true, false, false, Map.of());
        channel.queueBind("all", "lotline", "#");
        channel.basicConsume(
                "all",
                false,
                (tag, message) -> {
                    each.accept(message.getBody());
                    channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
                },
                tag -> {});
    }

    /** With the media type that a publisher of JSON gives. */
    @Override
    void send(String channel, String device, byte[] body) throws Exception {
        if (publisher == null || !publisher.isOpen()) {
            sending = factory().newConnection();
            publisher = sending.createChannel();
            publisher.confirmSelect();
        }
        publisher.basicPublish(
                "lotline.in",
                channel,
                true,
                new AMQP.BasicProperties.Builder()
                        .contentType(sent++ % 2 == 0 ? "application/json" : "text/plain")
                        .deliveryMode(2)
                        .build(),
                body);
        publisher.waitForConfirmsOrDie(30_000);
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public void close() throws Exception {
        connection.abort();
        if (sending != null) {
            sending.abort();
        }
        super.close();
    }
}
