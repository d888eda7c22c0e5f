package dev.lotline.edge.messaging;

import io.smallrye.reactive.messaging.connector.OutboundConnector;
import io.smallrye.reactive.messaging.providers.helpers.MultiUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** Without a broker events stay in the process: the newest ones can be looked at, all count as told. */
@ApplicationScoped
@Connector(MemoryBus.NAME)
public class MemoryBus implements OutboundConnector {
    static final String NAME = "in-memory";
    private static final int MOST_KEPT = 1_000;

    /** A message that was told. */
    public record Told(String topic, String key, String text) {}

    private final Deque<Told> newest = new ArrayDeque<>();

    @Override
    public Flow.Subscriber<? extends Message<?>> getSubscriber(Config config) {
        return MultiUtils.via(messages -> messages.invoke(this::keep));
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
