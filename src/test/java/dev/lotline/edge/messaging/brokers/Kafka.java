package dev.lotline.edge.messaging.brokers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Apache Kafka, broker and controller in one process; topics of four partitions, made when they are first written. */
final class Kafka extends Broker {
    private static final String ADDRESS = "127.0.0.1:29092";

    private final Path folder;
    private volatile boolean closing;
    private KafkaProducer<String, byte[]> producer;

    Kafka(Path folder) {
        this.folder = folder;
    }

    @Override
    void start() throws Exception {
        Path config = folder.resolve("kafka.properties");
        if (!Files.exists(config)) {
            Files.writeString(config, """
                    process.roles=broker,controller
                    node.id=1
                    controller.quorum.voters=1@127.0.0.1:29093
                    listeners=PLAINTEXT://127.0.0.1:29092,CONTROLLER://127.0.0.1:29093
                    advertised.listeners=PLAINTEXT://127.0.0.1:29092
                    controller.listener.names=CONTROLLER
                    listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                    num.partitions=4
                    message.max.bytes=2000000
                    offsets.topic.replication.factor=1
                    offsets.topic.num.partitions=1
                    transaction.state.log.replication.factor=1
                    transaction.state.log.min.isr=1
                    group.initial.rebalance.delay.ms=0
                    log.dirs=%s
                    """.formatted(folder.resolve("kafka-log")));
            run(
                    folder.resolve("format.log"),
                    Map.of(),
                    java("kafka.tools.StorageTool", "format", "-t", "AAAAAAAAAAAAAAAAAAAAAQ", "-c", config.toString()));
            until("format", () -> {
                if (!Files.exists(folder.resolve("kafka-log").resolve("meta.properties"))) {
                    throw new IllegalStateException("not formatted yet");
                }
            });
        }
        run(folder.resolve("broker.log"), Map.of(), java("kafka.Kafka", config.toString()));
        until("kafka", () -> {
            try (AdminClient admin = AdminClient.create(Map.of(
                    "bootstrap.servers", ADDRESS, "request.timeout.ms", "2000", "default.api.timeout.ms", "2000"))) {
                admin.describeCluster().nodes().get();
            }
        });
    }

    private static List<String> java(String main, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lotline.bus.connector", "smallrye-kafka", "kafka.bootstrap.servers", ADDRESS);
    }

    @Override
    void consume(Consumer<byte[]> each) {
        Thread thread = new Thread(() -> poll(each), "kafka-consumer");
        thread.setDaemon(true);
        thread.start();
    }

    private void poll(Consumer<byte[]> each) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", ADDRESS,
                        "group.id", "consumer",
                        "auto.offset.reset", "earliest",
                        "metadata.max.age.ms", "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(Pattern.compile("lotline\\..*"));
            while (!closing) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (!record.topic().startsWith("lotline.in.")) {
                        each.accept(record.value());
                    }
                });
            }
        }
    }

    @Override
    void send(String channel, String device, byte[] body) throws Exception {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", ADDRESS, "max.request.size", "2000000"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        producer.send(new ProducerRecord<>("lotline.in." + channel, device, body))
                .get();
    }

    @Override
    boolean keeps() {
        return true;
    }

    @Override
    public void close() throws Exception {
        closing = true;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        super.close();
    }
}
