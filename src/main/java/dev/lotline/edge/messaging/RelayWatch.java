package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.Relay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks after the outbox: how long it is, for those who watch, and that it does not grow for ever. */
@Singleton
final class RelayWatch {
    private final Outbox outbox;
    private final Duration keep;
    private final MeterRegistry meters;
    private final Map<String, Relay> known = new ConcurrentHashMap<>();

    RelayWatch(Outbox outbox, MeterRegistry meters, @ConfigProperty(name = "lotline.outbox.keep") Duration keep) {
        this.outbox = outbox;
        this.keep = keep;
        this.meters = meters;
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
                .replaceWithVoid();
    }

    @Scheduled(
            identity = "outbox-forget",
            every = "{lotline.outbox.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return outbox.forget(keep)
                .chain(more -> more ? forget() : Uni.createFrom().voidItem());
    }
}
