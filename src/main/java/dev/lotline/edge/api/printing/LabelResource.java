package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.PrintDesk;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Single labels by the serial that is printed on them. */
@Path("/api/v1/printing/labels/{serial}")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class LabelResource {
    private final PrintDesk desk;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    LabelResource(PrintDesk desk, Envelopes envelopes, SecurityIdentity identity) {
        this.desk = desk;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @GET
    @Needs(Capability.PRINT)
    @Operation(summary = "The job of a label", description = "With all that happened to it and its labels.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL.")
    public Uni<JobView> get(String serial) {
        return desk.ofLabel(serial, actor().scope());
    }

    @POST
    @Path("/scanned")
    @Needs(Capability.SCAN)
    @Operation(
            summary = "A scanner has seen the label",
            description = "That is evidence that it came out, also late; with its last label the job is CONFIRMED.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL.")
    @APIResponse(responseCode = "409", description = "LABEL_VOIDED: another one has taken its place.")
    public Uni<RestResponse<JobsAnswer>> scanned(
            String serial, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return desk.scanned(serial, envelopes.of(actor, body, headers, uri), actor)
                .map(done -> JobsAnswer.of(done, 200));
    }

    @POST
    @Path("/reprint")
    @Needs(Capability.RELABEL)
    @Operation(
            summary = "Print a label again",
            description = "Under a new serial, marked R1, R2 …; for every reason but EXTRA the old one is void.")
    @APIResponse(responseCode = "202", description = "In the queue.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: a device may not reprint labels of plates and badges.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL, UNKNOWN_PRINTER.")
    @APIResponse(responseCode = "409", description = "LABEL_VOIDED; PRINT_JOB_MOVED_ON: it has not been printed yet.")
    public Uni<RestResponse<JobsAnswer>> reprint(
            String serial, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        DecisionBody said = Violations.body(body);
        String reason = said.reprintReason();
        Actor actor = actor();
        return desk.reprint(serial, reason, said.printer(), envelopes.of(actor, said, headers, uri), actor)
                .map(done -> JobsAnswer.of(done, 202));
    }

    @POST
    @Path("/void")
    @Needs(Capability.RELABEL)
    @Operation(summary = "Declare a label dead", description = "Whoever scans it is told.")
    @APIResponse(responseCode = "403", description = "FORBIDDEN: not for devices.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_LABEL.")
    @APIResponse(responseCode = "409", description = "LABEL_VOIDED.")
    public Uni<RestResponse<JobsAnswer>> cancel(
            String serial, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return desk.cancelLabel(serial, envelopes.of(actor, body, headers, uri), actor)
                .map(done -> JobsAnswer.of(done, 200));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
