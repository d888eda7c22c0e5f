package dev.lotline.edge.printing;

import dev.lotline.edge.printing.work.PrintWorker;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.printers.Printers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Asks a printer how it is, now. */
@Path("/api/v1/printers/{printer}/check")
@Cancellable(false)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class CheckResource {
    private final PrintWorker worker;
    private final Printers printers;
    private final SecurityIdentity identity;

    CheckResource(PrintWorker worker, Printers printers, SecurityIdentity identity) {
        this.worker = worker;
        this.printers = printers;
        this.identity = identity;
    }

    /** What it said. */
    @Schema(name = "PrinterCheck")
    public record Check(String printer, String health) {}

    @POST
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Ask a printer how it is",
            description = "A fresh ~HS. SILENT: it connects and does not answer, as many do that are out of labels.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER.")
    public Uni<Check> check(String printer) {
        Actor actor = (Actor) identity.getPrincipal();
        return printers.get(printer, actor.scope())
                .chain(found -> worker.ask(found).map(health -> new Check(printer, health.name())));
    }
}
