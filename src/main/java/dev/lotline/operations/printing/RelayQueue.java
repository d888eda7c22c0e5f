package dev.lotline.operations.printing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue of printers whose labels are fetched. What is handed out counts as begun: the paper may come out from then on,
 * whether or not anybody ever says so.
 */
@Singleton
public class RelayQueue {
    /**
     * What a relay says became of a job.
     *
     * @param state SENT and CONFIRMED as they are; QUEUED = not a byte went; UNKNOWN
     */
    public record Outcome(String state, long bytes) {}

    private final QueueSql sql;
    private final RelaySql relays;

    RelayQueue(QueueSql sql, RelaySql relays) {
        this.sql = sql;
        this.relays = relays;
    }

    /** The printer, if this credential may fetch for it; else null, as if there was none. */
    public Uni<@Nullable Machine> printer(String code, String relay) {
        return relays.printer(code, relay);
    }

    /** The next job, SENDING, for a minute; null when there is none. */
    public Uni<@Nullable PrintJob> lease(Machine printer) {
        return sql.lease(printer.id(), owner(printer))
                .call(job -> job == null ? Uni.createFrom().voidItem() : relays.keep(job.id(), owner(printer)));
    }

    public Uni<Boolean> begin(
            Machine printer, PrintJob job, String template, String version, byte[] hash, @Nullable String missing) {
        return sql.begin(job.id(), owner(printer), template, version, hash, null, missing)
                .map(count -> count == 1);
    }

    /** It can't be printed as it is, or not there: HELD or FAILED. */
    public Uni<Void> refused(Machine printer, PrintJob job, String state, String code, String message) {
        return sql.back(job.id(), owner(printer), state, code, message).replaceWithVoid();
    }

    /** Heard of, just now. */
    public Uni<Void> health(Machine printer, String health) {
        return sql.health(printer.id(), health).replaceWithVoid();
    }

    /** The printer of a job that this credential has fetched; null = none. */
    public Uni<@Nullable Machine> fetched(UUID job, String relay) {
        return relays.fetched(job, relay);
    }

    /** Said once; when it is said again, or too late, nothing changes. Answers the state in which the job is now. */
    public Uni<String> said(UUID job, Machine printer, Outcome outcome) {
        UUID owner = owner(printer);
        Uni<Integer> change = switch (outcome.state()) {
            case "QUEUED" -> sql.back(job, owner, "QUEUED", "NOT_SENT", "the relay could not reach the printer");
            case "UNKNOWN" ->
                sql.end(job, owner, "UNKNOWN", outcome.bytes(), null, "CUT_OFF", "the relay does not know");
            case "CONFIRMED" ->
                sql.end(job, owner, "SENT", outcome.bytes(), null, null, null)
                        .chain(() -> sql.end(job, owner, "CONFIRMED", outcome.bytes(), "STATUS", null, null));
            default ->
                sql.end(job, owner, "SENT", outcome.bytes(), null, null, null)
                        .chain(() -> sql.end(job, owner, "ASSUMED", outcome.bytes(), null, null, null));
        };
        return change.chain(() -> relays.state(job));
    }

    /** No node of ours: nobody renews what a relay has, and after a minute without a word it is unknown. */
    private static UUID owner(Machine printer) {
        return UUID.nameUUIDFromBytes(("relay " + printer.id()).getBytes(StandardCharsets.UTF_8));
    }
}
