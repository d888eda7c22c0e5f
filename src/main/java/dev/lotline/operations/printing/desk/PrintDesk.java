package dev.lotline.operations.printing.desk;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Role;
import dev.lotline.kernel.Scope;
import dev.lotline.operations.printing.LabelRequest;
import dev.lotline.operations.printing.LabelRequests;
import dev.lotline.operations.printing.desk.DeskSql.Found;
import dev.lotline.operations.printing.printers.Printer;
import dev.lotline.stock.ledger.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Commands of people about jobs and labels. Each is carried out once, whatever the network does; the answer shows the jobs
 * as they stood then. Jobs and labels of warehouses outside the scope do not exist.
 */
@Singleton
public class PrintDesk {
    private static final Set<String> IDENTITIES = Set.of("LPN", "PALLET", "BADGE");
    private static final List<String> UNDECIDED = List.of("UNKNOWN", "ASSUMED");

    /** @param replayed true if this is the answer of an earlier call with the same key */
    public record Done(List<JobView> jobs, boolean replayed) {}

    /** What a person decides about a job. */
    public enum Decision {
        /** It is not printed any more. */
        CANCEL(List.of("QUEUED", "HELD", "FAILED"), "CANCELLED"),
        /** It waits until somebody lets it go on. */
        HOLD(List.of("QUEUED"), "HELD"),
        /** It is queued again. */
        RETRY(List.of("HELD", "FAILED"), "QUEUED"),
        /** It is printed somewhere else. */
        MOVE(List.of("QUEUED", "HELD"), "QUEUED"),
        /** All of it is there. */
        CAME_OUT(UNDECIDED, "CONFIRMED");

        private final List<String> from;
        private final String to;

        Decision(List<String> from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    private final DeskSql sql;
    private final LabelRequests requests;

    PrintDesk(DeskSql sql, LabelRequests requests) {
        this.sql = sql;
        this.requests = requests;
    }

    public Uni<List<JobView>> page(
            Scope scope,
            @Nullable String warehouse,
            @Nullable String printer,
            @Nullable String state,
            UUID after,
            int limit) {
        return sql.page(after, limit, scope, warehouse, printer, state);
    }

    /** The newest first, among the 5,000 before {@code before}; null = from now. */
    public Uni<List<JobView>> latest(
            Scope scope, @Nullable String printer, @Nullable String state, @Nullable UUID before, int limit) {
        return sql.latest(before, limit, scope, printer, state);
    }

    /** With its history. Ends with UNKNOWN_PRINT_JOB. */
    public Uni<JobView> job(UUID job, Scope scope) {
        return sql.one(job, scope).onItem().ifNull().failWith(() -> Refusal.of(RefusalCode.UNKNOWN_PRINT_JOB));
    }

    /** The job of a label. Ends with UNKNOWN_LABEL. */
    public Uni<JobView> ofLabel(String serial, Scope scope) {
        return sql.inTransaction(connection -> found(connection, serial, scope))
                .chain(label -> job(label.job(), scope));
    }

    /**
     * Asks for labels. Ends with UNKNOWN_WAREHOUSE, UNKNOWN_PRINTER, and NOT_FOUND when there is nothing to stick them to.
     *
     * @param request as {@code LabelRequests} reads it
     */
    public Uni<Done> request(String warehouse, JsonObject request, Envelope envelope, Actor actor) {
        actor.scope().requireWarehouse(warehouse);
        String owner = request.getJsonObject("subject").getString("owner");
        if (owner != null) {
            actor.scope().requireOwner(owner);
        }
        return once(envelope, connection -> requests.ask(connection, warehouse, envelope.id(), request));
    }

    /** Asks for one label that shows what this printer can do, in its own language; see {@link #request}. */
    public Uni<Done> test(Printer printer, Envelope envelope, Actor actor) {
        JsonObject itself = new JsonObject().put("printer", printer.code());
        return request(
                printer.warehouse(),
                LabelRequest.payload(
                        "TEST", itself, 1, printer.code(), actor.device(), printer.language(), actor.name()),
                envelope,
                actor);
    }

    /**
     * Ends with UNKNOWN_PRINT_JOB, UNKNOWN_PRINTER, and PRINT_JOB_MOVED_ON when it is in no state for this.
     *
     * @param printer where to; needed to MOVE, and to RETRY what no printer takes
     */
    public Uni<Done> decide(UUID job, Decision decision, @Nullable String printer, Envelope envelope, Actor actor) {
        return job(job, actor.scope())
                .chain(() -> once(envelope, connection -> {
                    Uni<@Nullable Long> target =
                            printer == null ? Uni.createFrom().nullItem() : target(connection, job, printer);
                    return target.chain(to -> sql.change(
                                    connection,
                                    job,
                                    decision.from,
                                    decision.to,
                                    decision == Decision.HOLD ? "BY_OPERATOR" : null,
                                    decision == Decision.CAME_OUT ? "OPERATOR" : null,
                                    to,
                                    actor.name()))
                            .chain(count -> count == 1
                                    ? Uni.createFrom().item(List.of(job))
                                    : job(job, actor.scope()).map(now -> {
                                        throw Refusal.of(RefusalCode.PRINT_JOB_MOVED_ON, "state", now.state());
                                    }));
                }));
    }

    /** Nothing came out, or not all: what is not confirmed is void, and printed anew under new serials. */
    public Uni<Done> noLabel(UUID job, Envelope envelope, Actor actor) {
        return job(job, actor.scope())
                .chain(before -> once(
                        envelope,
                        connection -> sql.open(connection, job)
                                .chain(missing -> sql.change(
                                                connection,
                                                job,
                                                UNDECIDED,
                                                "VOIDED",
                                                "NOT_PRINTED",
                                                null,
                                                null,
                                                actor.name())
                                        .chain(count -> {
                                            if (count == 0) {
                                                throw Refusal.of(
                                                        RefusalCode.PRINT_JOB_MOVED_ON, "state", before.state());
                                            }
                                            return replacements(connection, missing, before.printer(), envelope, actor);
                                        })
                                        .map(made -> {
                                            made.add(0, job);
                                            return made;
                                        }))));
    }

    private Uni<List<UUID>> replacements(
            SqlClient connection, List<Found> missing, @Nullable String printer, Envelope envelope, Actor actor) {
        Uni<List<UUID>> made = Uni.createFrom().item(new ArrayList<>());
        for (Found label : missing) {
            made = made.chain(
                    list -> requests.again(connection, same(label), "NOT_PRINTED", printer, envelope.id(), actor)
                            .map(id -> {
                                list.add(id);
                                return list;
                            }));
        }
        return made;
    }

    /**
     * Prints a label again under a new serial; for every reason but EXTRA the old one is void. Ends with UNKNOWN_LABEL,
     * LABEL_VOIDED, PRINT_JOB_MOVED_ON when it has not been printed yet, and FORBIDDEN: labels of plates and badges are
     * not for everybody.
     */
    public Uni<Done> reprint(String serial, String reason, @Nullable String printer, Envelope envelope, Actor actor) {
        return once(
                envelope,
                connection -> found(connection, serial, actor.scope()).chain(label -> {
                    requireMay(actor, IDENTITIES.contains(label.kind()));
                    if (label.state().equals("VOIDED")) {
                        throw Refusal.of(RefusalCode.LABEL_VOIDED, "serial", serial);
                    }
                    if (label.state().equals("PLANNED")) {
                        throw Refusal.of(RefusalCode.PRINT_JOB_MOVED_ON, "state", "PLANNED");
                    }
                    Uni<Integer> old = reason.equals("EXTRA")
                            ? Uni.createFrom().item(0)
                            : sql.cancelLabel(connection, serial, actor.name());
                    return old.chain(() ->
                                    requests.again(connection, same(label), reason, printer, envelope.id(), actor))
                            .map(List::of);
                }));
    }

    /** Declares a label dead. Ends with UNKNOWN_LABEL, LABEL_VOIDED, FORBIDDEN. */
    public Uni<Done> cancelLabel(String serial, Envelope envelope, Actor actor) {
        requireMay(actor, true);
        return once(
                envelope,
                connection -> found(connection, serial, actor.scope())
                        .chain(label -> sql.cancelLabel(connection, serial, actor.name())
                                .map(count -> {
                                    if (count == 0) {
                                        throw Refusal.of(RefusalCode.LABEL_VOIDED, "serial", serial);
                                    }
                                    return List.of(label.job());
                                })));
    }

    /** A scanner has seen the label: that is evidence, also late. Ends with UNKNOWN_LABEL, LABEL_VOIDED. */
    public Uni<Done> scanned(String serial, Envelope envelope, Actor actor) {
        return once(
                envelope,
                connection -> found(connection, serial, actor.scope()).chain(label -> {
                    if (label.state().equals("VOIDED")) {
                        throw Refusal.of(RefusalCode.LABEL_VOIDED, "serial", serial);
                    }
                    return sql.scanned(connection, label, actor.name()).replaceWith(List.of(label.job()));
                }));
    }

    private Uni<Long> target(SqlClient connection, UUID job, String printer) {
        return sql.printerOfJob(connection, job, printer)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_PRINTER, "printer", printer));
    }

    private Uni<Found> found(SqlClient connection, String serial, Scope scope) {
        return sql.label(connection, serial, scope)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_LABEL, "serial", serial));
    }

    private static LabelRequests.Again same(Found label) {
        return new LabelRequests.Again(
                label.warehouse(),
                label.kind(),
                label.payload(),
                label.identity(),
                label.serial(),
                label.reprint(),
                label.language());
    }

    private static void requireMay(Actor actor, boolean office) {
        if (office && actor.role() == Role.DEVICE) {
            throw Refusal.of(RefusalCode.FORBIDDEN);
        }
    }

    Uni<Done> once(Envelope envelope, Function<SqlClient, Uni<List<UUID>>> work) {
        return sql.inTransaction(connection -> sql.known(connection, envelope.id())
                .chain(known -> {
                    if (known != null && !known.getString("hash").equals(envelope.payloadHash())) {
                        throw Refusal.of(RefusalCode.KEY_REUSED);
                    }
                    if (known != null) {
                        return Uni.createFrom().item(done(known.getJsonObject("reply"), true));
                    }
                    return work.apply(connection)
                            .chain(jobs -> sql.some(connection, jobs))
                            .call(reply -> sql.remember(connection, envelope.id(), envelope.payloadHash(), reply))
                            .map(reply -> done(reply, false));
                }));
    }

    private static Done done(JsonObject reply, boolean replayed) {
        JsonArray jobs = reply.getJsonArray("jobs");
        return new Done(jobs.stream().map(job -> JobView.of((JsonObject) job)).toList(), replayed);
    }
}
