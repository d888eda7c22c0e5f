package dev.lotline.edge.messaging.webhooks;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.webhooks.Deliveries;
import dev.lotline.operations.messaging.webhooks.Deliveries.Due;
import dev.lotline.operations.messaging.webhooks.DeliveryRules;
import dev.lotline.operations.messaging.webhooks.WebhookRules;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what is due. A receiver has at most four messages on their way and all together 64, so that one that hangs costs the
 * others nothing; it is tried again for days, then given up.
 */
@Singleton
public final class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int AFTER_THE_CHECKS = 4_200;
    private static final int MOST = 64;
    private static final int MOST_OF_ONE = 4;
    private static final int GONE = 410;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final UUID node = UUID.randomUUID();
    private final Deliveries deliveries;
    private final Fanout fanout;
    private final Poster poster;
    private final boolean enabled;
    private final long everyMillis;
    private final Duration firstPause;
    private final Duration keep;
    private final AtomicInteger onTheirWay = new AtomicInteger();
    /** Of the thread that looks, alone. */
    private boolean failing;

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(Sender::thread);

    Sender(
            Deliveries deliveries,
            Outbox outbox,
            Vertx vertx,
            @ConfigProperty(name = "lotline.webhooks.enabled") boolean enabled,
            @ConfigProperty(name = "lotline.webhooks.every") Duration every,
            @ConfigProperty(name = "lotline.webhooks.first-retry") Duration firstPause,
            @ConfigProperty(name = "lotline.webhooks.keep") Duration keep,
            @ConfigProperty(name = "lotline.webhooks.networks") Optional<List<String>> networks) {
        this.deliveries = deliveries;
        this.fanout = new Fanout(outbox, deliveries);
        this.poster = new Poster(vertx, new Destinations(networks.orElse(List.of())));
        this.enabled = enabled;
        this.everyMillis = every.toMillis();
        this.firstPause = firstPause;
        this.keep = keep;
    }

    void start(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
        looking.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** What is on its way is sent again by another node if it does not end in time. */
    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        looking.shutdown();
        if (!looking.awaitTermination(5, TimeUnit.SECONDS)) {
            looking.shutdownNow();
        }
    }

    @Scheduled(identity = "webhook-sweep", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return deliveries.sweep();
    }

    @Scheduled(
            identity = "webhook-forget",
            every = "{lotline.outbox.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return deliveries
                .forget(keep)
                .chain(more -> more ? forget() : Uni.createFrom().voidItem());
    }

    /** Where nothing may be sent, the events are passed by all the same: nobody is told of the past one day. */
    private void look() {
        try {
            while (fanout.step().await().atMost(LONGEST)) {
                // one transaction each
            }
            int free = MOST - onTheirWay.get();
            if (enabled && free > 0) {
                deliveries.take(node, free, MOST_OF_ONE).await().atMost(LONGEST).forEach(this::send);
            }
            failing = false;
        } catch (RuntimeException e) {
            // five times a second is too often to say that the database is away
            LOG.logf(failing ? Logger.Level.DEBUG : Logger.Level.WARN, "looking for messages to send: %s", e);
            failing = true;
        }
    }

    private void send(Due due) {
        onTheirWay.incrementAndGet();
        long begun = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> posted(due))
                .chain(status -> deliveries.delivered(due, node, status, millis(begun)))
                .onFailure(Failed.class)
                .recoverWithUni(failure -> failed(due, (Failed) failure, millis(begun)))
                .onTermination()
                .invoke(onTheirWay::decrementAndGet)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf("message %s to %s: %s", due.id(), due.url(), failure.toString()));
    }

    private Uni<Integer> posted(Due due) {
        List<String> secrets = deliveries.secrets(due);
        Map<String, String> headers =
                new HashMap<>(Map.of("content-type", "application/json", "user-agent", "Lotline"));
        String body = due.body();
        if (due.dialect().equals(WebhookRules.SHIPSTREAM)) {
            body = MessageVocabulary.numbered(body, due.number());
            headers.put("X-Plugin-Hmac-Sha256", Signature.shipStream(secrets.get(0), body));
        }
        String id = "msg_" + due.id();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(due.seconds()));
        headers.put("webhook-signature", Signature.standard(secrets, id, due.seconds(), body));
        return poster.post(due.url(), headers, body);
    }

    private Uni<Void> failed(Due due, Failed failure, int millis) {
        Duration pause = DeliveryRules.pause(
                due.attempts(), firstPause, ThreadLocalRandom.current().nextDouble());
        boolean gone = failure.status() != null && failure.status() == GONE;
        return deliveries
                .failed(due, node, failure.status(), String.valueOf(failure.getMessage()), millis, gone ? null : pause)
                .chain(() -> gone ? deliveries.gone(due) : Uni.createFrom().voidItem());
    }

    private static int millis(long begun) {
        return (int) ((System.nanoTime() - begun) / NANOS_PER_MILLI);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
