package dev.lotline.edge.floor.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.quarantine.Interrupt;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The handhelds that listen, and what they are told. Bounded in every way: 500 streams, one per device, 64 messages that
 * wait, ten minutes. A stream that can't keep up, or is too old, ends; its handheld comes back and asks for its tasks
 * anew. No stream holds a connection to the database. Interrupts of other nodes are to enter at {@link #tell}.
 */
@ApplicationScoped
class Streams {
    private static final int MOST_STREAMS = 500;
    private static final int MOST_WAITING = 64;
    private static final long HEARTBEAT_MILLIS = 15_000;
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

    Streams(ObjectMapper json, Vertx vertx, MeterRegistry meters) {
        this.json = json;
        vertx.setPeriodic(HEARTBEAT_MILLIS, tick -> beat());
        meters.gaugeMapSize("lotline.floor.streams", List.of(), listeners);
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
                        },
                        MOST_WAITING)
                // the only way for it to fail: more waits than may
                .onFailure()
                .recoverWithCompletion();
    }

    /** Tells everybody whom it concerns. */
    void tell(@Observes Interrupt interrupt) {
        if (listeners.isEmpty()) {
            return;
        }
        Message message = message(interrupt);
        listeners.values().stream()
                .filter(listener -> listener.concerned(interrupt))
                .forEach(listener -> listener.emitter().emit(message));
    }

    /** Before the house waits for its open requests, these are ended. */
    void close(@Observes @Priority(BEFORE_DRAINING) ShutdownDelayInitiatedEvent event) {
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
