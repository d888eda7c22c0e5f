package dev.lotline.edge.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;

/**
 * Without a broker events stay in the process: the newest ones can be looked at, all count as told. What is offered to a
 * channel comes in as from a broker, at most {@value #MOST_OFFERED} at once.
 */
@ApplicationScoped
@Connector(MemoryBus.NAME)
public class MemoryBus implements OutboundConnector, InboundConnector {
    static final String NAME = "in-memory";
    private static final int MOST_KEPT = 1_000;
    static final int MOST_OFFERED = 256;

    /** A message that was told. */
    public record Told(String topic, String key, String text) {}

    private final Deque<Told> newest = new ArrayDeque<>();
    private final Map<String, MultiEmitter<? super Message<byte[]>>> channels = new ConcurrentHashMap<>();

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return MultiUtils.via(messages -> messages.invoke(this::keep));
    }

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        String channel = config.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class);
        return Multi.createFrom().<Message<byte[]>>emitter(emitter -> channels.put(channel, emitter), MOST_OFFERED);
    }

    /** Ends when the message was taken for good. */
    public CompletableFuture<Void> offer(String channel, String text) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        Objects.requireNonNull(channels.get(channel), channel)
                .emit(Message.of(text.getBytes(StandardCharsets.UTF_8), () -> {
                    taken.complete(null);
                    return CompletableFuture.completedFuture(null);
                }));
        return taken;
    }

    private void keep(Message<?> message) {
        Address address = message.getMetadata(Address.class).orElseThrow();
        synchronized (newest) {
            newest.add(new Told(
                    address.topic(), address.key(), new String((byte[]) message.getPayload(), StandardCharsets.UTF_8)));
            if (newest.size() > MOST_KEPT) {
                newest.remove();
            }
        }
        message.ack();
    }

    /** The newest messages, oldest first. */
    public List<Told> newest() {
        synchronized (newest) {
            return List.copyOf(newest);
        }
    }
}
