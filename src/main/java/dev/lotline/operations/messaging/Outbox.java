package dev.lotline.operations.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outbox for those who tell the world what is in it: every event in one order, none left out, at least once. One node
 * at a time is at a relay; what it has told it says by moving the relay's mark, and only from where it took it up.
 */
@Singleton
public class Outbox {
    /** To brokers. */
    public static final String BUS = "bus";

    /** To the subscriptions of webhooks. */
    public static final String WEBHOOKS = "webhooks";

    /** Movements that an event carries; it says how many there are in all. */
    public static final int MOST_MOVES = 100;

    /** Nobody wants to know more exactly how many wait. */
    public static final int MOST_COUNTED = 100_000;

    private static final int FORGOTTEN_AT_ONCE = 5_000;

    private final OutboxSql sql;

    Outbox(OutboxSql sql) {
        this.sql = sql;
    }

    /** A reader of its own, because what is safe to read is known from looks that follow each other. */
    public Reader reader() {
        return new Reader();
    }

    /** Makes or keeps the relay this node's for so long. Answers how far it has come; null = another node's. */
    public Uni<@Nullable Long> hold(String relay, UUID node, Duration lease) {
        return sql.hold(relay, node, lease);
    }

    public Uni<Void> letGo(String relay, UUID node) {
        return sql.letGo(relay, node);
    }

    /** False = the relay is no longer this node's, or was moved by another: nothing is changed. */
    public Uni<Boolean> told(String relay, UUID node, long from, long to, int events) {
        return sql.told(relay, node, from, to, events);
    }

    /** Nothing was told; for those who look after it. */
    public Uni<Void> failed(String relay, UUID node, String failure) {
        return sql.failed(relay, node, failure);
    }

    /** How all relays are doing. */
    public Uni<List<Relay>> relays() {
        return sql.states(MOST_COUNTED);
    }

    /** Forgets some of what all have told and is older than this. True = there may be more. */
    public Uni<Boolean> forget(Duration keep) {
        return sql.forget(keep, FORGOTTEN_AT_ONCE).map(looked -> looked == FORGOTTEN_AT_ONCE);
    }

    /** What may be read now. */
    public final class Reader {
        private final Watermark watermark = new Watermark();

        /** Up to here nothing is left to do, whoever has done it: it is not asked for again. */
        private volatile long doneTo = -1;

        private Reader() {}

        /** The number up to which nothing can come any more. */
        public Uni<Long> readable() {
            return Uni.createFrom().deferred(() -> sql.mark(watermark.safe())).map(watermark::after);
        }

        /** Events behind a number, in order. */
        public Uni<List<OutboxEvent>> next(long after, long upTo, int most) {
            return sql.next(after, upTo, most);
        }

        /**
         * Tells the next events in the transaction that moves the mark: both happen, or neither. With nobody to tell they
         * are counted, not read. Answers whether there may be more.
         *
         * @param listeners who is to be told, asked in that transaction
         */
        public <L> Uni<Boolean> exactlyOnce(
                String relay, int most, Function<SqlClient, Uni<List<L>>> listeners, Telling<L> telling) {
            return readable()
                    .chain(upTo -> upTo == doneTo
                            ? Uni.createFrom().item(false)
                            : sql.inTransaction(db -> sql.locked(db, relay).chain(from -> {
                                if (from == null) {
                                    return Uni.createFrom().item(false);
                                }
                                if (from >= upTo) {
                                    doneTo = upTo;
                                    return Uni.createFrom().item(false);
                                }
                                return listeners
                                        .apply(db)
                                        .chain(all -> all.isEmpty()
                                                ? sql.passed(db, relay, from, upTo)
                                                        .replaceWith(false)
                                                : step(db, new Stretch(relay, from, upTo, most), all, telling));
                            })));
        }

        private <L> Uni<Boolean> step(SqlClient db, Stretch next, List<L> listeners, Telling<L> telling) {
            return sql.next(db, next.from(), next.upTo(), next.most()).chain(events -> {
                boolean more = events.size() == next.most();
                long to = more ? events.get(events.size() - 1).number() : next.upTo();
                Uni<Void> told = events.isEmpty() ? Uni.createFrom().voidItem() : telling.tell(db, listeners, events);
                return told.chain(() -> sql.told(db, next.relay(), null, next.from(), to, events.size()))
                        .replaceWith(more);
            });
        }
    }

    private record Stretch(String relay, long from, long upTo, int most) {}

    /** Tells events to listeners within a transaction. */
    @FunctionalInterface
    public interface Telling<L> {
        Uni<Void> tell(SqlClient db, List<L> listeners, List<OutboxEvent> events);
    }
}
