package dev.lotline.operations.printing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The queue of every printer, for those who work it off. A printer is held by one node at a time and has one job in
 * flight. What became of a job is said once; where the job was taken away meanwhile, nothing is changed.
 */
@Singleton
public class PrintQueue {
    private static final int MOST_AT_ONCE = 32;

    /** This process, among all that work on the same queue. */
    private final UUID node = UUID.randomUUID();

    private final QueueSql sql;
    private final LabelRequests requests;

    PrintQueue(QueueSql sql, LabelRequests requests) {
        this.sql = sql;
        this.requests = requests;
    }

    /** Makes jobs of the next request that an operation left. False when there is none. */
    public Uni<Boolean> takeRequest() {
        return requests.next();
    }

    /** Printers to look at now; they are this node's until {@link #letGo}. */
    public Uni<List<Machine>> hold() {
        return sql.hold(node, MOST_AT_ONCE);
    }

    public Uni<Void> letGo(Machine printer, int nextMillis) {
        return sql.letGo(printer.id(), node, nextMillis).replaceWithVoid();
    }

    /** Keeps what this node holds; to be called every ten seconds. */
    public Uni<Void> renew() {
        return sql.renew(node).replaceWithVoid();
    }

    public Uni<Void> health(Machine printer, String health) {
        return sql.health(printer.id(), health).replaceWithVoid();
    }

    public Uni<Boolean> isWaiting(Machine printer) {
        return sql.isWaiting(printer.id());
    }

    /** The next job, SENDING; null when there is none. */
    public Uni<@Nullable PrintJob> lease(Machine printer) {
        return sql.lease(printer.id(), node);
    }

    /**
     * Written down before the first byte goes out. False if the job is no longer ours: not a byte may go.
     *
     * @param hash SHA-256 of what is sent
     * @param odometer of the printer before; null = it has none
     * @param missing what is not printed as it is, for want of letters; null = nothing
     */
    public Uni<Boolean> begin(
            PrintJob job,
            String template,
            String version,
            byte[] hash,
            @Nullable Long odometer,
            @Nullable String missing) {
        return sql.begin(job.id(), node, template, version, hash, odometer, missing)
                .map(count -> count == 1);
    }

    /** All of it is with the printer. */
    public Uni<Void> sent(PrintJob job, long bytes) {
        return sql.end(job.id(), node, "SENT", bytes, null, null, null).replaceWithVoid();
    }

    /** @param evidence STATUS or ODOMETER */
    public Uni<Void> confirmed(PrintJob job, long bytes, String evidence) {
        return sql.end(job.id(), node, "CONFIRMED", bytes, evidence, null, null).replaceWithVoid();
    }

    /** Sent to a printer that confirms nothing. */
    public Uni<Void> assumed(PrintJob job, long bytes) {
        return sql.end(job.id(), node, "ASSUMED", bytes, null, null, null).replaceWithVoid();
    }

    /** It may have come out or not; a person must look. */
    public Uni<Void> unknown(PrintJob job, long bytes, String code, String message) {
        return sql.end(job.id(), node, "UNKNOWN", bytes, null, code, message).replaceWithVoid();
    }

    /** Not a byte has gone: it is tried again, after 1, 2, 4 … 30 seconds, without end. */
    public Uni<Void> again(PrintJob job, String code, String message) {
        return sql.back(job.id(), node, "QUEUED", code, message).replaceWithVoid();
    }

    /** @param state HELD: it can't be printed there; FAILED: it can't be printed as it is. A person decides */
    public Uni<Void> refused(PrintJob job, String state, String code, String message) {
        return sql.back(job.id(), node, state, code, message).replaceWithVoid();
    }

    /**
     * A job whose sender died.
     *
     * @param odometer of the printer before its first byte
     */
    public record Interrupted(UUID job, int labels, long odometer) {}

    /** The last job of a printer that counts, if nobody knows of it; null = there is none. */
    public Uni<@Nullable Interrupted> interrupted(Machine printer) {
        return sql.interrupted(printer.id());
    }

    /** The counter of the printer says that it came out. */
    public Uni<Void> counted(Interrupted job) {
        return sql.counted(job.job()).replaceWithVoid();
    }

    /** What nodes left behind that died. Answers how many jobs. */
    public Uni<Integer> sweep() {
        return sql.sweep();
    }

    /** Jobs of which not a byte has gone move to the next printer of their group. Answers how many. */
    public Uni<Integer> fallBack(Machine printer, int patienceMillis) {
        return sql.fallBack(printer.id(), patienceMillis);
    }
}
