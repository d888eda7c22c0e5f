package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Sentences;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.desk.PrintDesk.Done;
import dev.lotline.operations.printing.printers.Printers;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Printers: where they are, how they are, and who may stop them. */
@Path("/api/v1/printers")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing", description = "Printers, print jobs and labels")
public final class PrinterResource {
    private final Printers printers;
    private final PrintDesk desk;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    PrinterResource(Printers printers, PrintDesk desk, Envelopes envelopes, SecurityIdentity identity) {
        this.printers = printers;
        this.desk = desk;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(
            summary = "List printers",
            description = "With health in words, jobs that wait and jobs of which nobody knows. Filter: warehouse.")
    public Uni<RestResponse<Page<PrinterView>>> list(
            @QueryParam("warehouse") @Nullable String warehouse, HttpHeaders headers, UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse");
        Locale language = language(headers);
        return printers.page(actor().scope(), warehouse, paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, row -> row.code(), row -> PrinterView.of(row, language)));
    }

    @GET
    @Path("/{printer}")
    @Needs(Capability.PRINT)
    @Operation(summary = "One printer")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER.")
    public Uni<PrinterView> get(String printer, HttpHeaders headers) {
        Locale language = language(headers);
        return printers.get(printer, actor().scope()).map(found -> PrinterView.of(found, language));
    }

    @PUT
    @Path("/{printer}")
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(
            summary = "Make a printer or change it",
            description = "Its code is what its PRN- label says. Where it may be is set by lotline.print.networks.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_PRINTER.")
    public Uni<PrinterView> put(String printer, @Nullable PrinterBody body, HttpHeaders headers) {
        Locale language = language(headers);
        return printers.put(printer, Violations.body(body).checked(printer), actor())
                .map(found -> PrinterView.of(found, language));
    }

    @POST
    @Path("/{printer}/pause")
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(summary = "Stop a printer", description = "What is with it already comes out; nothing more is sent.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER.")
    public Uni<PrinterView> pause(String printer, HttpHeaders headers) {
        Locale language = language(headers);
        return printers.pause(printer, true, actor()).map(found -> PrinterView.of(found, language));
    }

    @POST
    @Path("/{printer}/resume")
    @Needs(Capability.PRINTER_ADMIN)
    @Operation(summary = "Let a printer go on")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER.")
    public Uni<PrinterView> resume(String printer, HttpHeaders headers) {
        Locale language = language(headers);
        return printers.pause(printer, false, actor()).map(found -> PrinterView.of(found, language));
    }

    @POST
    @Path("/{printer}/test-label")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Print a test label",
            description = "Scales in millimetres, one of each symbol at its smallest, text that is hard to print.")
    @APIResponse(responseCode = "202", description = "In the queue.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINTER.")
    public Uni<RestResponse<JobsAnswer>> test(
            String printer, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return printers.get(printer, actor.scope())
                .chain(found -> desk.test(found, envelopes.of(actor, body, headers, uri), actor))
                .map((Done done) -> JobsAnswer.of(done, 202));
    }

    private static Locale language(HttpHeaders headers) {
        return Sentences.language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
