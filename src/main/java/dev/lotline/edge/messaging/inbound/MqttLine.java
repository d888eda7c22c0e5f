package dev.lotline.edge.messaging.inbound;

import io.smallrye.reactive.messaging.mqtt.ReceivingMqttMessageMetadata;
import io.smallrye.reactive.messaging.mqtt.session.MqttClientSessionOptions;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubAckMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One subscription at an MQTT broker, for ever. A message is given on when the one before has ended, and acknowledged when it
 * has; a broker should let only so many be without an acknowledgement. Some send all that a session has kept at once: what there is
 * no room for is left alone, and when the others have ended the line is cut, so that the session brings the rest again. To cut
 * it at once would bring the same ones again, for ever. Everything happens on one event loop.
 */
final class MqttLine {
    private static final Logger LOG = Logger.getLogger(MqttLine.class);
    private static final int MOST_WAITING = 1_000;
    private static final long MOST_BYTES = 32L << 20;
    private static final int REFUSED = 0x80;

    private record Arrived(MqttClient by, MqttPublishMessage message) {}

    private final Vertx vertx;
    private final Context loop;
    private final MqttClientSessionOptions options;
    private final String topic;
    private final int qos;
    private final Consumer<Message<byte[]>> next;
    private final Queue<Arrived> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean busy;
    private boolean full;
    private boolean closed;
    private @Nullable MqttClient client;

    /** @param next takes one message at a time */
    MqttLine(Vertx vertx, MqttClientSessionOptions options, String topic, int qos, Consumer<Message<byte[]>> next) {
        this.vertx = vertx;
        this.loop = ((VertxInternal) vertx).createEventLoopContext();
        this.options = options;
        this.topic = topic;
        this.qos = qos;
        this.next = next;
    }

    void open(long pauseSeconds) {
        loop.runOnContext(nothing -> connect(TimeUnit.SECONDS.toMillis(Math.max(1, pauseSeconds))));
    }

    void close() {
        loop.runOnContext(nothing -> {
            closed = true;
            if (client != null) {
                client.disconnect();
            }
        });
    }

    private void connect(long pause) {
        if (closed) {
            return;
        }
        MqttClient fresh = MqttClient.create(vertx, options);
        client = fresh;
        fresh.publishHandler(message -> arrived(fresh, message));
        fresh.subscribeCompletionHandler(this::subscribed);
        fresh.exceptionHandler(failure -> {
            LOG.errorf("%s is cut: %s; is a message longer than max-message-size?", topic, failure);
            fresh.disconnect();
            lost(fresh, pause);
        });
        fresh.closeHandler(nothing -> lost(fresh, pause));
        // asked again on every connection: a session that was kept may have been of another topic
        fresh.connect(
                        options.getPort(),
                        options.getHostname(),
                        options.getServerName().orElse(options.getHostname()))
                .compose(connected -> fresh.subscribe(topic, qos))
                .onFailure(failure -> {
                    LOG.warnf("%s is not read: %s", topic, failure);
                    fresh.disconnect();
                    lost(fresh, pause);
                });
    }

    private void subscribed(MqttSubAckMessage answer) {
        if (answer.grantedQoSLevels().contains(REFUSED)) {
            LOG.errorf("the broker refuses the subscription to %s", topic);
        } else {
            LOG.infof("%s is read", topic);
        }
    }

    /** Once for each connection. What was to be acknowledged on it comes again if the session is kept. */
    private void lost(MqttClient which, long pause) {
        if (client != which) {
            return;
        }
        client = null;
        full = false;
        if (!options.isCleanSession()) {
            waiting.clear();
            bytes = 0;
        }
        vertx.setTimer(pause, timer -> connect(pause));
    }

    private void arrived(MqttClient by, MqttPublishMessage message) {
        if (client != by) {
            return;
        }
        boolean room =
                waiting.size() < MOST_WAITING && bytes + message.payload().length() <= MOST_BYTES;
        if (full || !room) {
            full(by);
            return;
        }
        waiting.add(new Arrived(by, message));
        bytes += message.payload().length();
        giveOn();
    }

    /** From here on nothing more is taken of this connection, so that none overtakes another. */
    private void full(MqttClient by) {
        if (!full) {
            LOG.warnf(
                    "%s has sent more than there is room for; %d messages wait, then it is read again",
                    topic, waiting.size());
            full = true;
        }
        if (waiting.isEmpty() && !busy) {
            by.disconnect();
        }
    }

    private void giveOn() {
        Arrived arrived = busy ? null : waiting.poll();
        if (arrived == null) {
            return;
        }
        busy = true;
        bytes -= arrived.message.payload().length();
        io.vertx.mutiny.mqtt.messages.MqttPublishMessage seen =
                io.vertx.mutiny.mqtt.messages.MqttPublishMessage.newInstance(arrived.message);
        next.accept(Message.of(
                arrived.message.payload().getBytes(),
                ContextAwareMessage.captureContextMetadata(new ReceivingMqttMessageMetadata(seen)),
                () -> ended(arrived, true),
                failure -> ended(arrived, false)));
    }

    /** Not acknowledged: it comes again with the next connection. */
    private CompletionStage<Void> ended(Arrived arrived, boolean well) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(nothing -> {
            if (well && client == arrived.by && arrived.by.isConnected()) {
                arrived.message.ack();
            }
            busy = false;
            done.complete(null);
            giveOn();
            if (full && client == arrived.by) {
                full(arrived.by);
            }
        });
        return done;
    }
}
