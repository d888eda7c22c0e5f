package dev.lotline.edge.messaging;

import dev.lotline.operations.messaging.Outbox;
import dev.lotline.operations.messaging.OutboxEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the broker what is in the outbox, in order, batch by batch: the next one only when every event of the last was
 * taken. One node does it; when it dies another goes on where the mark stands, so that an event may be told twice and none
 * is left out. A broker that is away or slow makes the outbox longer and nothing else.
 */
@Singleton
public final class BusRelay {
    static final int BATCH = 500;

    private static final Logger LOG = Logger.getLogger(BusRelay.class);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final Duration SLOWEST_BROKER = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final int AFTER_THE_CHECKS = 4_100;
    private static final int KEPT_THIRDS = 3;
    private static final int MOST_DOUBLINGS = 16;

    /** This process, among all that may tell. */
    private final UUID node = UUID.randomUUID();

    private final Outbox outbox;
    private final Outbox.Reader reader;
    private final Outlet outlet;
    private final boolean enabled;
    private final long everyMillis;
    private final Duration lease;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(BusRelay::thread);
    private volatile boolean stopping;

    /** When the lease must be kept, and when it is over, by the clock of this process; of its own thread alone. */
    private long keepAtNanos = System.nanoTime();

    private long overAtNanos = keepAtNanos;
    private long toldTo;
    private int failures;

    @Inject
    BusRelay(
            Outbox outbox,
            Bus bus,
            @ConfigProperty(name = "lotline.bus.enabled") boolean enabled,
            @ConfigProperty(name = "lotline.bus.every") Duration every,
            @ConfigProperty(name = "lotline.bus.lease") Duration lease) {
        this(outbox, (Outlet) bus, enabled, every, lease);
    }

    BusRelay(Outbox outbox, Outlet outlet, boolean enabled, Duration every, Duration lease) {
        this.outbox = outbox;
        this.reader = outbox.reader();
        this.outlet = outlet;
        this.enabled = enabled;
        this.everyMillis = every.toMillis();
        this.lease = lease;
    }

    void start(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
        if (enabled) {
            begin();
        }
    }

    void begin() {
        looking.schedule(this::look, everyMillis, TimeUnit.MILLISECONDS);
    }

    /** The batch that is on its way is waited for; then another node may go on at once. */
    void stop(@Observes ShutdownEvent end) throws InterruptedException {
        stopping = true;
        looking.shutdown();
        if (!looking.awaitTermination(5, TimeUnit.SECONDS)) {
            looking.shutdownNow();
        }
    }

    /** As a process that is killed: nothing is finished, nothing let go. */
    void die() {
        stopping = true;
        looking.shutdownNow();
    }

    private void look() {
        long pause = everyMillis;
        try {
            while (!stopping && turn()) {
                // as long as there are full batches
            }
            failures = 0;
        } catch (RuntimeException e) {
            pause = failed(e);
        }
        if (stopping) {
            letGo();
        } else {
            looking.schedule(this::look, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** True = there may be more. */
    private boolean turn() {
        if (!kept() && !taken()) {
            return false;
        }
        long from = toldTo;
        long upTo = reader.readable().await().atMost(LONGEST);
        if (upTo <= from) {
            return false;
        }
        List<OutboxEvent> events = reader.next(from, upTo, BATCH).await().atMost(LONGEST);
        boolean more = events.size() == BATCH;
        long to = more ? events.get(BATCH - 1).number() : upTo;
        if (!events.isEmpty() && !told(events)) {
            return false;
        }
        if (!outbox.told(Outbox.BUS, node, from, to, events.size()).await().atMost(LONGEST)) {
            lost();
            return false;
        }
        toldTo = to;
        return more;
    }

    /** False = the lease was lost meanwhile; who has it now tells these again. */
    private boolean told(List<OutboxEvent> events) {
        if (!kept()) {
            return false;
        }
        CompletableFuture<Void> accepted =
                outlet.tell(events).subscribeAsCompletionStage().toCompletableFuture();
        long patience = System.nanoTime() + SLOWEST_BROKER.toNanos();
        while (true) {
            try {
                accepted.get(lease.toMillis() / KEPT_THIRDS, TimeUnit.MILLISECONDS);
                return kept();
            } catch (TimeoutException slow) {
                if (!kept()) {
                    return false;
                }
                if (System.nanoTime() - patience > 0) {
                    throw new IllegalStateException("the broker did not take a batch within " + SLOWEST_BROKER, slow);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(String.valueOf(e.getCause()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** Takes the relay if nobody has it, and goes on where its mark stands. */
    private boolean taken() {
        long now = System.nanoTime();
        Long from = outbox.hold(Outbox.BUS, node, lease).await().atMost(LONGEST);
        if (from == null) {
            return false;
        }
        toldTo = from;
        extend(now);
        return true;
    }

    /** Whether the lease is still this node's; keeps it in time. A process that was asleep finds out here. */
    private boolean kept() {
        long now = System.nanoTime();
        if (now - keepAtNanos < 0) {
            return true;
        }
        if (now - overAtNanos >= 0
                || outbox.hold(Outbox.BUS, node, lease).await().atMost(LONGEST) == null) {
            lost();
            return false;
        }
        extend(now);
        return true;
    }

    private void extend(long now) {
        overAtNanos = now + lease.toNanos();
        keepAtNanos = now + lease.toNanos() / KEPT_THIRDS;
    }

    private void lost() {
        keepAtNanos = System.nanoTime();
        overAtNanos = keepAtNanos;
    }

    /** Answers for how many milliseconds it is left alone. */
    private long failed(RuntimeException e) {
        failures++;
        if (failures == 1) {
            LOG.warnf("telling the broker: %s; it is tried again until it succeeds", e.getMessage());
        }
        try {
            outbox.failed(Outbox.BUS, node, String.valueOf(e.getMessage()))
                    .await()
                    .atMost(LONGEST);
        } catch (RuntimeException withoutDatabase) {
            LOG.debugf("nor can it be written down: %s", withoutDatabase.getMessage());
        }
        long pause = Math.min(LONGEST_PAUSE_MILLIS, everyMillis << Math.min(failures, MOST_DOUBLINGS));
        return pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
    }

    private void letGo() {
        try {
            outbox.letGo(Outbox.BUS, node).await().atMost(LONGEST);
        } catch (RuntimeException e) {
            LOG.debugf("the lease of the relay runs out by itself: %s", e.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        return thread;
    }
}
