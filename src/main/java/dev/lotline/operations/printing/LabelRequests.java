package dev.lotline.operations.printing;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.RequestSql.Replacement;
import dev.lotline.operations.printing.RequestSql.Route;
import dev.lotline.operations.printing.SubjectSql.Subject;
import dev.lotline.operations.printing.printers.PrintRules;
import dev.lotline.operations.printing.printers.PrintRules.Wanted;
import dev.lotline.stock.ledger.DatabaseAway;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes jobs of requests: what is to be printed, how often, on which printer. Once each, however often it is tried. */
@Singleton
public class LabelRequests {
    private static final int MOST_IN_A_JOB = 10;

    private final RequestSql sql;
    private final SubjectSql subjects;
    private final PlateRoll plates;
    private final DocumentSql documents;

    LabelRequests(RequestSql sql, SubjectSql subjects, PlateRoll plates, DocumentSql documents) {
        this.documents = documents;
        this.plates = plates;
        this.sql = sql;
        this.subjects = subjects;
    }

    /**
     * Takes the next request that an operation left. False when there is none. One that can't be planned becomes a HELD job
     * that says why, so that it keeps nobody waiting and is not forgotten.
     */
    public Uni<Boolean> next() {
        return planned()
                .onFailure(fault -> !DatabaseAway.says(fault))
                .recoverWithUni(fault -> setAside(fault.toString()));
    }

    private Uni<Boolean> setAside(String why) {
        Route nowhere = new Route(null, null, "HELD", "REQUEST_FAILED", why);
        Subject nothing = new Subject(new JsonObject(), null, null, null, null, 1);
        return sql.inTransaction(connection -> sql.take(connection).chain(request -> {
            if (request == null) {
                return Uni.createFrom().item(false);
            }
            return sql.job(connection, request, 1, nothing, 1, nowhere, null)
                    .call(() -> sql.taken(connection, request))
                    .replaceWith(true);
        }));
    }

    private Uni<Boolean> planned() {
        return sql.inTransaction(connection -> sql.take(connection).chain(request -> {
            if (request == null) {
                return Uni.createFrom().item(false);
            }
            return sql.hasPrinter(connection, request.warehouseId())
                    .chain(printers -> printers || !request.automatic()
                            ? plan(connection, request).replaceWith(true)
                            : Uni.createFrom().item(true))
                    .call(() -> sql.taken(connection, request));
        }));
    }

    /** The jobs of a request of a person, made in the transaction that keeps it. Ends with UNKNOWN_… or NOT_FOUND. */
    public Uni<List<UUID>> ask(SqlClient connection, String warehouse, UUID event, JsonObject payload) {
        return sql.ask(connection, warehouse, event, payload).chain(request -> {
            if (request == null) {
                throw Refusal.of(RefusalCode.UNKNOWN_WAREHOUSE, "warehouse", warehouse);
            }
            return plan(connection, request)
                    .invoke(jobs -> {
                        if (jobs.isEmpty()) {
                            throw Refusal.of(RefusalCode.NOT_FOUND);
                        }
                    })
                    .call(() -> sql.taken(connection, request));
        });
    }

    /**
     * A label that is to be printed again.
     *
     * @param serial of the one that came before
     * @param reprint how many came before that one
     */
    public record Again(
            String warehouse,
            String kind,
            JsonObject payload,
            @Nullable String identity,
            String serial,
            int reprint,
            String language) {}

    /** Says the same as before, on the same kind of label, under another serial. */
    public Uni<UUID> again(
            SqlClient connection, Again old, String reason, @Nullable String printer, UUID event, Actor actor) {
        JsonObject request = LabelRequest.payload(
                old.kind(), old.payload(), 1, printer, actor.device(), old.language(), actor.name());
        Subject subject = new Subject(old.payload(), old.identity(), null, null, null, 1);
        Replacement replacement = new Replacement(old.serial(), old.reprint() + 1, reason, reason.equals("EXTRA"));
        return sql.ask(connection, old.warehouse(), event, request)
                .map(Objects::requireNonNull)
                .chain(asked -> route(connection, asked, subject)
                        .chain(route -> sql.job(connection, asked, 1, subject, 1, route, replacement))
                        .call(() -> sql.taken(connection, asked)))
                .map(Objects::requireNonNull);
    }

    private Uni<List<UUID>> plan(SqlClient connection, LabelRequest request) {
        return jobs(connection, request).call(made -> documents.note(connection, request, made));
    }

    private Uni<List<UUID>> jobs(SqlClient connection, LabelRequest request) {
        return found(connection, request).chain(all -> {
            Uni<List<UUID>> jobs = Uni.createFrom().item(new ArrayList<>());
            int ordinal = 0;
            for (Subject subject : all) {
                for (int left = subject.copies(); left > 0; left -= MOST_IN_A_JOB) {
                    int labels = Math.min(left, MOST_IN_A_JOB);
                    int number = ++ordinal;
                    jobs = jobs.chain(made -> route(connection, request, subject)
                            .chain(route -> sql.job(connection, request, number, subject, labels, route, null))
                            .map(id -> added(made, id)));
                }
            }
            return jobs;
        });
    }

    private static List<UUID> added(List<UUID> made, @Nullable UUID id) {
        if (id != null) {
            made.add(id);
        }
        return made;
    }

    private Uni<List<Subject>> found(SqlClient connection, LabelRequest request) {
        JsonObject subject = request.subject();
        JsonArray movements = subject.getJsonArray("movements");
        return switch (request.kind()) {
            case "ITEM_LOT" ->
                request.automatic()
                        ? subjects.moved(
                                connection, request.warehouseId(), movements == null ? new JsonArray() : movements)
                        : subjects.named(connection, subject, request.quantity());
            case "LPN", "PALLET" ->
                request.kind().equals("LPN") && subject.getString("lpn") == null
                        ? Uni.createFrom().item(plates.roll(request.quantity()))
                        : subjects.plate(
                                connection, request.warehouseId(), "" + subject.getString("lpn"), request.automatic());
            case "LOCATION", "TOTE" ->
                subjects.place(
                        connection, request.warehouseId(), "" + subject.getString("location"), request.quantity());
            case "RETURN" -> subjects.returned(connection, request.warehouseId(), request.eventId());
            case "HOLD" -> subjects.held(connection, request.warehouseId(), subject.getLong("hold", 0L));
            default -> Uni.createFrom().item(List.of(plain(request)));
        };
    }

    /** A label that says what the request says. */
    private static Subject plain(LabelRequest request) {
        JsonObject payload = new JsonObject();
        request.subject().forEach(field -> payload.put(field.getKey(), String.valueOf(field.getValue())));
        return new Subject(payload, null, null, null, null, request.quantity());
    }

    private Uni<Route> route(SqlClient connection, LabelRequest request, Subject subject) {
        if (request.printer() != null) {
            String code = request.printer();
            return sql.printer(connection, request.warehouseId(), code).map(printer -> {
                if (printer == null) {
                    throw Refusal.of(RefusalCode.UNKNOWN_PRINTER, "printer", code);
                }
                return new Route(printer, null, "QUEUED", null, null);
            });
        }
        String device = request.device();
        return device == null
                ? byRules(connection, request, subject)
                : sql.namedBy(connection, request.warehouseId(), device)
                        .chain(printer -> printer == null
                                ? byRules(connection, request, subject)
                                : Uni.createFrom().item(new Route(printer, null, "QUEUED", null, null)));
    }

    private Uni<Route> byRules(SqlClient connection, LabelRequest request, Subject subject) {
        Wanted wanted = new Wanted(request.kind(), subject.owner(), subject.dock(), subject.zone(), request.device());
        return sql.rules(connection, request.warehouseId()).chain(rules -> {
            String group = PrintRules.group(rules, wanted);
            return group == null
                    ? Uni.createFrom().item(new Route(null, null, "HELD", "NO_PRINTER", "no rule names a printer"))
                    : sql.group(connection, request.warehouseId(), group);
        });
    }
}
