package dev.lotline.edge.console.live;

import dev.lotline.edge.console.live.ChangeSql.Look;
import dev.lotline.edge.console.live.Listener.Message;
import dev.lotline.edge.console.live.Room.Door;
import dev.lotline.edge.console.live.Room.News;
import dev.lotline.edge.console.shell.live.Change;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.access.SignIn;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All open pages of this node. Four times a second, while there are any: what was committed, which views it concerns,
 * each of them made anew once, and to each page one message of what differs. A look that takes longer skips the next.
 * Bounded in every way: {@value #MOST} pages, {@value #MOST_WAITING} messages that wait for one, two views being made at
 * once. Pages whose session is over are told and let go.
 */
@ApplicationScoped
class Live {
    static final int MOST = 200;
    private static final int MOST_WAITING = 64;
    private static final int AT_ONCE = 2;
    private static final long LOOK_MILLIS = 250;
    private static final int LOOKS_A_SECOND = 4;
    private static final int LOOKS_A_BEAT = 60;
    private static final int BEFORE_DRAINING = 1;

    /** A transaction that began before that many looks has ended: what it numbered is below every later number. */
    private static final int SLOWEST = 40;

    /** And of transactions that were under way at the first look. */
    private static final int NUMBERED_BEFORE = 5_000;

    private final ChangeSql sql;
    private final SignIn sessions;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Door, Room> rooms = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Deque<Long> tops = new ArrayDeque<>();
    private volatile @Nullable Look last;
    private long looks;

    Live(ChangeSql sql, SignIn sessions, Vertx vertx, MeterRegistry meters) {
        this.sql = sql;
        this.sessions = sessions;
        vertx.setPeriodic(LOOK_MILLIS, tick -> look());
        meters.gaugeCollectionSize("lotline.console.streams", List.of(), listeners);
        meters.gaugeMapSize("lotline.console.views", List.of(), rooms);
    }

    /** An open page. Ends with OVERLOADED. @param known the versions that the page has of its views */
    Multi<Message> open(String cookie, List<Door> doors, String known) {
        if (listeners.size() >= MOST) {
            throw Refusal.of(RefusalCode.OVERLOADED);
        }
        return Multi.createFrom()
                .<Message>emitter(
                        (MultiEmitter<? super Message> emitter) -> {
                            List<Room> shared = doors.stream()
                                    .map(door -> rooms.computeIfAbsent(door, Room::new))
                                    .toList();
                            Listener listener = new Listener(cookie, shared, known, emitter);
                            emitter.onTermination(() -> listeners.remove(listener));
                            listeners.add(listener);
                            listener.send("beat", "");
                        },
                        MOST_WAITING)
                // the only way for it to fail: more waits than may
                .onFailure()
                .recoverWithCompletion();
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        if (listeners.isEmpty()) {
            last = null;
            tops.clear();
            rooms.clear();
            looking.set(false);
            return;
        }
        looks++;
        news().chain(this::made)
                .chain(() ->
                        looks % LOOKS_A_SECOND == 0 ? ended() : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(done -> {}, fault -> Log.debug("open pages wait: the database is away or busy", fault));
        if (looks % LOOKS_A_BEAT == 0) {
            listeners.forEach(listener -> listener.send("beat", ""));
        }
    }

    /** What was committed since the last look reaches the views it concerns. */
    private Uni<Void> news() {
        Look before = last;
        Uni<Look> now = before == null ? sql.now() : sql.since(before, floor());
        return now.invoke(look -> {
                    last = look;
                    tops.addLast(look.top());
                    boolean more = look.changes().size() > ChangeSql.MOST;
                    List<Change> changes = more ? everywhere(look) : look.changes();
                    wanted().forEach(room -> room.hear(changes));
                })
                .replaceWithVoid();
    }

    private long floor() {
        while (tops.size() > SLOWEST) {
            tops.removeFirst();
        }
        return tops.size() < SLOWEST ? tops.getFirst() - NUMBERED_BEFORE : tops.getFirst();
    }

    private static List<Change> everywhere(Look look) {
        return look.changes().stream()
                .map(Change::warehouse)
                .distinct()
                .map(warehouse -> new Change(warehouse, Change.ANY, null, null))
                .toList();
    }

    private Set<Room> wanted() {
        return listeners.stream()
                .flatMap(listener -> listener.rooms().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Views that somebody looks at and that may have changed are made anew, and told. */
    private Uni<Void> made() {
        Set<Room> wanted = wanted();
        rooms.values().retainAll(wanted);
        Map<Room, News> news = new HashMap<>();
        return Multi.createFrom()
                .iterable(wanted.stream().filter(Room::isChanged).toList())
                .onItem()
                .transformToUni(room -> room.look()
                        .invoke(one -> {
                            synchronized (news) {
                                news.put(room, one);
                            }
                        })
                        .onFailure()
                        .invoke(fault -> told(room, fault))
                        .onFailure()
                        .recoverWithItem(News.NONE))
                .merge(AT_ONCE)
                .collect()
                .last()
                .invoke(() -> {
                    Look now = last;
                    listeners.forEach(listener -> listener.tell(news, now == null ? 0 : now.top()));
                })
                .replaceWithVoid();
    }

    /** Said once, though it is tried again with every look. */
    private static void told(Room room, Throwable fault) {
        if (room.firstFault()) {
            Log.warn("a live view can't be made", fault);
        }
    }

    /** Pages whose session is over. */
    private Uni<Void> ended() {
        Set<String> cookies = listeners.stream().map(Listener::cookie).collect(Collectors.toSet());
        Uni<Set<String>> asked = Uni.createFrom().completionStage(() -> sessions.stillOpen(cookies));
        return asked.invoke(this::letGo).replaceWithVoid();
    }

    private void letGo(Set<String> stillOpen) {
        for (Listener listener : listeners) {
            if (!stillOpen.contains(listener.cookie())) {
                listener.send("signed-out", "");
                listener.end();
            }
        }
    }

    /** Before the house waits for its open requests, these are ended. */
    void close(@Observes @Priority(BEFORE_DRAINING) ShutdownDelayInitiatedEvent event) {
        listeners.forEach(Listener::end);
    }
}
