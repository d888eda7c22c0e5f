package dev.lotline.operations.printing.desk;

import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.LabelRequest;
import dev.lotline.operations.printing.LabelRequests;
import dev.lotline.operations.printing.desk.PrintDesk.Done;
import dev.lotline.operations.printing.printers.Printers;
import dev.lotline.stock.ledger.Envelope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;

/** Labels for somebody who stands there with a scanner and no screen: they come out now, or nothing waits. */
@Singleton
public class FloorDesk {
    private final PrintDesk desk;
    private final DeskSql sql;
    private final LabelRequests requests;
    private final Printers printers;

    FloorDesk(PrintDesk desk, DeskSql sql, LabelRequests requests, Printers printers) {
        this.desk = desk;
        this.sql = sql;
        this.requests = requests;
        this.printers = printers;
    }

    /**
     * Asks for labels, once under the id of the envelope. Ends with FORBIDDEN, NOT_FOUND, LABEL_EXISTS, and NO_PRINTER when
     * no printer takes them.
     */
    public Uni<List<JobView>> ask(
            String warehouse, String kind, JsonObject subject, int quantity, Envelope envelope, Actor actor) {
        if (!actor.may(Capability.PRINT)) {
            throw Refusal.of(RefusalCode.FORBIDDEN);
        }
        actor.scope().requireWarehouse(warehouse);
        String owner = subject.getString("owner");
        if (owner != null) {
            actor.scope().requireOwner(owner);
        }
        JsonObject request = LabelRequest.payload(
                kind,
                subject,
                Math.min(quantity, LabelRequest.MOST),
                null,
                envelope.device(),
                envelope.language(),
                actor.name());
        return desk.once(
                        envelope,
                        connection -> requests.ask(connection, warehouse, envelope.id(), request)
                                .call(jobs -> sql.some(connection, jobs).invoke(FloorDesk::needPrinters)))
                .map(Done::jobs);
    }

    private static void needPrinters(JsonObject reply) {
        boolean nowhere = reply.getJsonArray("jobs").stream()
                .anyMatch(job -> RefusalCode.NO_PRINTER.name().equals(((JsonObject) job).getString("code")));
        if (nowhere) {
            throw Refusal.of(RefusalCode.NO_PRINTER);
        }
    }

    /** From now on what this device asks for comes out there. Ends with UNKNOWN_PRINTER when its warehouse has none such. */
    public Uni<Void> name(String device, String printer) {
        return printers.name(device, printer);
    }
}
