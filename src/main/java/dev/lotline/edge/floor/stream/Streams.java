package dev.lotline.edge.floor.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.Revocations;
import dev.lotline.operations.quarantine.interrupt.Interrupt;
import dev.lotline.operations.quarantine.interrupt.Interrupts;
import dev.lotline.operations.quarantine.interrupt.Interrupts.News;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * The handhelds that listen, and what they are told. Bounded in every way: 500 streams, one per device, 64 messages that
 * wait, ten minutes. A stream that can't keep up, or is too old, ends; its handheld comes back and asks for its tasks
 * anew. No stream holds a connection to the database. Four times a second it is looked what was held on any node, and
 * twice a second whose credential was revoked: those streams end.
 */
@ApplicationScoped
class Streams {
    private static final int MOST_STREAMS = 500;
    private static final int MOST_WAITING = 64;
    private static final long LOOK_MILLIS = 250;
    private static final int LOOKS_A_REVOCATION = 2;
    private static final int LOOKS_A_BEAT = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int BEFORE_DRAINING = 1;

    /** A message on its way; without a name it is a heartbeat. */
    record Message(String name, String json) {
        static final Message HEARTBEAT = new Message("", "");
    }

    private record Listener(Actor actor, String warehouse, long since, MultiEmitter<? super Message> emitter) {
        String device() {
            return actor.name() + '\n' + actor.device();
        }

        boolean concerned(Interrupt interrupt) {
            return (interrupt.warehouse() == null || interrupt.warehouse().equals(warehouse))
                    && actor.scope().coversOwner(interrupt.owner());
        }
    }

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Interrupts interrupts;
    private final Revocations revocations;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile String told = "";
    private volatile boolean closing;
    private long looks;

    Streams(ObjectMapper json, Interrupts interrupts, Revocations revocations, MeterRegistry meters) {
        this.json = json;
        this.interrupts = interrupts;
        this.revocations = revocations;
        meters.gaugeMapSize("lotline.floor.streams", List.of(), listeners);
    }

    /** Before the first stream is open it is known what counts as told, so that none misses what happens meanwhile. */
    void start(@Observes StartupEvent start, Vertx vertx) {
        told = interrupts.now().await().atMost(PATIENCE);
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    /** An open stream; a second one of the same device ends the first. Ends with OVERLOADED. */
    Multi<Message> open(Actor actor, String warehouse) {
        if (listeners.size() >= MOST_STREAMS && !listeners.containsKey(actor.name() + '\n' + actor.device())) {
            throw Refusal.of(RefusalCode.OVERLOADED);
        }
        return Multi.createFrom()
                .<Message>emitter(
                        (MultiEmitter<? super Message> emitter) -> {
                            Listener listener = new Listener(actor, warehouse, System.nanoTime(), emitter);
                            Listener before = listeners.put(listener.device(), listener);
                            emitter.onTermination(() -> listeners.remove(listener.device(), listener));
                            emitter.emit(Message.HEARTBEAT);
                            if (before != null) {
                                before.emitter().complete();
                            }
                            if (closing) {
                                emitter.complete();
                            }
                        },
                        MOST_WAITING)
                // the only way for it to fail: more waits than may
                .onFailure()
                .recoverWithCompletion();
    }

    /** While nobody listens, only often enough that what there is to read stays short. */
    private void look() {
        looks++;
        boolean beat = looks % LOOKS_A_BEAT == 0;
        if (beat) {
            beat();
        }
        if ((listeners.isEmpty() && !beat) || !looking.compareAndSet(false, true)) {
            return;
        }
        Uni<Void> also =
                looks % LOOKS_A_REVOCATION == 0 ? revoked() : Uni.createFrom().voidItem();
        interrupts
                .since(told)
                .invoke(this::tell)
                .chain(() -> also)
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(done -> {}, fault -> Log.debug("handhelds wait: the database is away or busy", fault));
    }

    /** Tells everybody whom it concerns; of too much at once, that they are to ask anew. */
    private void tell(News news) {
        told = news.snapshot();
        for (Interrupt interrupt : news.interrupts()) {
            Message message = message(interrupt);
            listeners.values().stream()
                    .filter(listener -> listener.concerned(interrupt))
                    .forEach(listener -> listener.emitter().emit(message));
        }
        if (!news.complete()) {
            listeners.values().forEach(listener -> listener.emitter().complete());
        }
    }

    private Uni<Void> revoked() {
        Set<String> names = listeners.values().stream()
                .map(listener -> listener.actor().name())
                .collect(Collectors.toSet());
        Uni<Set<String>> asked = Uni.createFrom().completionStage(() -> revocations.of(names));
        return asked.invoke(gone -> listeners.values().stream()
                        .filter(listener -> gone.contains(listener.actor().name()))
                        .forEach(listener -> listener.emitter().complete()))
                .replaceWithVoid();
    }

    /** Before the house waits for its open requests, these are ended, and later ones at once. */
    void close(@Observes @Priority(BEFORE_DRAINING) ShutdownDelayInitiatedEvent event) {
        closing = true;
        listeners.values().forEach(listener -> listener.emitter().complete());
    }

    private void beat() {
        long now = System.nanoTime();
        for (Listener listener : listeners.values()) {
            if (now - listener.since() > LONGEST_NANOS) {
                listener.emitter().complete();
            } else {
                listener.emitter().emit(Message.HEARTBEAT);
            }
        }
    }

    private Message message(Interrupt interrupt) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("kind", interrupt.kind());
        facts.put("owner", interrupt.owner());
        if (interrupt.warehouse() != null) {
            facts.put("warehouse", interrupt.warehouse());
        }
        facts.putAll(interrupt.facts());
        try {
            return new Message(interrupt.kind().name(), json.writeValueAsString(facts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an interrupt that is no JSON", e);
        }
    }
}
