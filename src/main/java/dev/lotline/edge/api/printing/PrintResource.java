package dev.lotline.edge.api.printing;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.printing.desk.JobView;
import dev.lotline.operations.printing.desk.PrintDesk;
import dev.lotline.operations.printing.desk.PrintDesk.Decision;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Print jobs: asked for, looked at, decided about. */
@Path("/api/v1/printing")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Printing")
public final class PrintResource {
    private static final Map<String, Decision> DECISIONS = Map.of(
            "cancel", Decision.CANCEL,
            "hold", Decision.HOLD,
            "retry", Decision.RETRY,
            "move", Decision.MOVE,
            "came-out", Decision.CAME_OUT);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final PrintDesk desk;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    PrintResource(PrintDesk desk, Envelopes envelopes, SecurityIdentity identity) {
        this.desk = desk;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Path("/requests")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Ask for labels",
            description = "Jobs of up to ten labels, each label with a serial of its own. What they say is read now.")
    @APIResponse(responseCode = "202", description = "In the queue; HELD where no rule names a printer.")
    @APIResponse(responseCode = "200", description = "Asked for before by the same key.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_PRINTER; NOT_FOUND: no such thing.")
    @APIResponse(responseCode = "409", description = "LABEL_EXISTS: a plate has one label; ask for a reprint.")
    public Uni<RestResponse<JobsAnswer>> request(@Nullable RequestBody body, HttpHeaders headers, UriInfo uri) {
        RequestBody wanted = Violations.body(body);
        Actor actor = actor();
        return desk.request(
                        String.valueOf(wanted.warehouse()),
                        wanted.checked(actor.name(), actor.device()),
                        envelopes.of(actor, wanted, headers, uri),
                        actor)
                .map(done -> JobsAnswer.of(done, 202));
    }

    @GET
    @Path("/jobs")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "List print jobs",
            description = "In the order they were made. Filters: warehouse, printer, state.")
    public Uni<RestResponse<Page<JobView>>> jobs(
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("printer") @Nullable String printer,
            @QueryParam("state") @Nullable String state,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse", "printer", "state");
        UUID after = paging.afterText().isEmpty() ? BEFORE_ALL : id(paging.afterText());
        return desk.page(actor().scope(), warehouse, printer, state, after, paging.fetch())
                .map(rows -> paging.page(rows, JobView::id));
    }

    @GET
    @Path("/jobs/{job}")
    @Needs(Capability.PRINT)
    @Operation(summary = "One print job", description = "With all that happened to it.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINT_JOB.")
    public Uni<JobView> job(String job) {
        return desk.job(id(job), actor().scope());
    }

    @POST
    @Path("/jobs/{job}/{decision:cancel|hold|retry|move|came-out}")
    @Needs(Capability.PRINT)
    @Operation(
            summary = "Decide about a print job",
            description = "cancel and hold what has not been sent; retry what is held or failed; move it to {printer};"
                    + " came-out: a person has seen all labels of an UNKNOWN job.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINT_JOB, UNKNOWN_PRINTER.")
    @APIResponse(responseCode = "409", description = "PRINT_JOB_MOVED_ON: it is in no state for this.")
    public Uni<RestResponse<JobsAnswer>> decide(
            String job, String decision, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        DecisionBody said = body == null ? new DecisionBody(null, null, null) : body.checked();
        Decision decided = DECISIONS.getOrDefault(decision, Decision.HOLD);
        if (decided == Decision.MOVE && said.printer() == null) {
            throw Refusal.invalid("printer", "is required");
        }
        return desk.decide(id(job), decided, said.printer(), envelopes.of(actor, said, headers, uri), actor)
                .map(done -> JobsAnswer.of(done, 200));
    }

    @POST
    @Path("/jobs/{job}/no-label")
    @Needs(Capability.RELABEL)
    @Operation(
            summary = "No label came out",
            description =
                    "Labels that nobody has seen are void, and printed anew with new serials; the answer holds the"
                            + " old job and the new ones.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_PRINT_JOB.")
    @APIResponse(responseCode = "409", description = "PRINT_JOB_MOVED_ON: it is not UNKNOWN or ASSUMED.")
    public Uni<RestResponse<JobsAnswer>> noLabel(
            String job, @Nullable DecisionBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return desk.noLabel(id(job), envelopes.of(actor, body, headers, uri), actor)
                .map(done -> JobsAnswer.of(done, 200));
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(RefusalCode.UNKNOWN_PRINT_JOB);
        }
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
