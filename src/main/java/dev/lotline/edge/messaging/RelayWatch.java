package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.Relay;
import dev.lotline.operations.messaging.inbox.Inbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks after the outbox: how long it is, for those who watch, and that it does not grow for ever. */
@Singleton
final class RelayWatch {
    private final Outbox outbox;
    private final Inbox inbox;
    private final Duration keep;
    private final Duration keepIn;
    private final AtomicLong letters = new AtomicLong();
    private final MeterRegistry meters;
    private final Map<String, Relay> known = new ConcurrentHashMap<>();

    RelayWatch(
            Outbox outbox,
            Inbox inbox,
            MeterRegistry meters,
            @ConfigProperty(name = "lotline.outbox.keep") Duration keep,
            @ConfigProperty(name = "lotline.inbox.keep") Duration keepIn) {
        this.outbox = outbox;
        this.inbox = inbox;
        this.keep = keep;
        this.keepIn = keepIn;
        this.meters = meters;
        Gauge.builder("lotline.inbox.dead.letters", letters, AtomicLong::get)
                .description("messages of the last day that could not be done, up to 1,000")
                .register(meters);
        for (String relay : List.of(Outbox.BUS, Outbox.WEBHOOKS)) {
            gauge("lotline.outbox.waiting", "events that are still to be told", relay, Relay::waiting);
            gauge("lotline.outbox.lag.seconds", "age of the oldest of them", relay, Relay::lagSeconds);
            gauge("lotline.outbox.failures", "failures in a row", relay, Relay::failures);
        }
    }

    private void gauge(String name, String what, String relay, ToDoubleFunction<Relay> value) {
        Gauge.builder(name, known, all -> all.containsKey(relay) ? value.applyAsDouble(all.get(relay)) : 0)
                .description(what)
                .tag("relay", relay)
                .register(meters);
    }

    @Scheduled(identity = "outbox-watch", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return outbox.relays()
                .invoke(relays -> relays.forEach(relay -> known.put(relay.name(), relay)))
                .chain(inbox::lately)
                .invoke(letters::set)
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "outbox-forget",
            every = "{lotline.outbox.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return outbox.forget(keep)
                .chain(more -> inbox.forget(keepIn).map(moreIn -> more || moreIn))
                .chain(more -> more ? forget() : Uni.createFrom().voidItem());
    }
}
