package dev.lotline.operations.messaging.webhooks;

import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Scope;
import dev.lotline.kernel.access.Vault;
import dev.lotline.operations.messaging.OutboxEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every message to a subscriber: written with the mark of the outbox, so that there is exactly one for an event; taken by
 * one node at a time; tried again until it is delivered or given up; kept for those who ask, for a time.
 */
@Singleton
public class Deliveries {
    private static final int FORGOTTEN_AT_ONCE = 5_000;

    /** @param owner null = of all */
    public record Subscriber(long id, @Nullable String owner, String dialect, List<String> topics) {}

    /** A message that is not numbered yet. */
    public record New(String event, String type, String body) {}

    /**
     * A message to be sent now.
     *
     * @param secret sealed; likewise the old one, null = it does not count any more
     * @param seconds since 1970, by the clock of the database
     */
    public record Due(
            UUID id,
            long number,
            String type,
            String body,
            int attempts,
            String url,
            String dialect,
            byte[] secret,
            byte @Nullable [] oldSecret,
            long seconds) {}

    private final DeliverySql sql;
    private final Webhooks webhooks;
    private final Vault vault;

    Deliveries(DeliverySql sql, Webhooks webhooks, Vault vault) {
        this.sql = sql;
        this.webhooks = webhooks;
        this.vault = vault;
    }

    /** Those who are told, locked to the end of the transaction. */
    public Uni<List<Subscriber>> subscribers(SqlClient db) {
        return sql.subscribers(db);
    }

    public Uni<Void> add(SqlClient db, Subscriber subscriber, List<New> messages) {
        return messages.isEmpty() ? Uni.createFrom().voidItem() : sql.add(db, subscriber.id(), messages);
    }

    /** What these events did to good stock, in their order. */
    public Uni<List<Adjusted>> adjusted(SqlClient db, List<OutboxEvent> events) {
        return sql.adjusted(db, events.stream().map(OutboxEvent::number).toArray(Long[]::new));
    }

    /** Messages whose time has come; they are this node's for 30 seconds. */
    public Uni<List<Due>> take(UUID node, int most, int mostOfOne) {
        return sql.take(node, most, mostOfOne);
    }

    /** The secrets that sign it, the newest first. */
    public List<String> secrets(Due due) {
        List<String> secrets = new ArrayList<>();
        secrets.add(vault.open(due.secret()));
        if (due.oldSecret() != null) {
            secrets.add(vault.open(due.oldSecret()));
        }
        return secrets;
    }

    public Uni<Void> delivered(Due due, UUID node, int status, int millis) {
        return sql.delivered(due.id(), node, status, millis);
    }

    /** @param pause until the next attempt; null = it is given up */
    public Uni<Void> failed(
            Due due, UUID node, @Nullable Integer status, String failure, int millis, @Nullable Duration pause) {
        return sql.failed(due.id(), node, status, failure, millis, pause == null ? null : pause.toMillis());
    }

    /** The receiver says that it is no more: its subscription ends. */
    public Uni<Void> gone(Due due) {
        return sql.gone(due.id());
    }

    /** What nodes left behind that died is to be sent again. */
    public Uni<Void> sweep() {
        return sql.sweep();
    }

    /** True = there may be more. */
    public Uni<Boolean> forget(Duration keep) {
        return sql.forget(keep.toSeconds(), FORGOTTEN_AT_ONCE).map(gone -> gone == FORGOTTEN_AT_ONCE);
    }

    /** The log of a subscription, newest first. Ends with NOT_FOUND. */
    public Uni<List<Delivery>> log(String webhook, @Nullable String state, long before, int most, Scope scope) {
        return webhooks.find(webhook, scope).chain(() -> sql.page(webhook, state, before, most));
    }

    /** Sends one again under its id. Ends with NOT_FOUND, also for one that is still on its way. */
    public Uni<Void> replay(String webhook, UUID id, Scope scope) {
        return webhooks.find(webhook, scope)
                .chain(() -> sql.replay(webhook, id))
                .invoke(count -> {
                    if (count == 0) {
                        throw Refusal.of(RefusalCode.NOT_FOUND, "delivery", id);
                    }
                })
                .replaceWithVoid();
    }

    /** How many were given up within a day, counted up to 1,000. */
    public Uni<Long> givenUp() {
        return sql.failedLately();
    }
}
