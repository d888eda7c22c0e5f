package dev.lotline.edge.api.counting;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.counting.CountPlan;
import dev.lotline.operations.counting.Counting;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Plans of blind counts. */
@Path("/api/v1/counts")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Counts and adjustments")
public final class CountResource {
    private final Counting counting;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    CountResource(Counting counting, Envelopes envelopes, SecurityIdentity identity) {
        this.counting = counting;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.ADJUST)
    @Operation(
            summary = "Plan a count",
            description = "Its lines become tasks of the floor. What is being counted already is left out; a plan with"
                    + " nothing to count is closed at once.")
    @APIResponse(responseCode = "201", description = "Planned.")
    public Uni<RestResponse<CountPlan>> plan(@Nullable CountBody body, HttpHeaders headers, UriInfo uri) {
        CountBody asked = Violations.body(body);
        Actor actor = actor();
        return counting.plan(asked.count(), envelopes.of(actor, asked, headers, uri), actor)
                .map(done -> answer(done, RestResponse.Status.CREATED));
    }

    @GET
    @Path("/{id}")
    @Needs(Capability.ADJUST)
    @Operation(
            summary = "A count",
            description = "What the books say of a line is told once it is posted; before, and once it was counted, to"
                    + " those who may agree to it.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT.")
    public Uni<CountPlan> find(long id) {
        return counting.find(id, actor());
    }

    @GET
    @Needs(Capability.ADJUST)
    @Operation(
            summary = "List counts",
            description = "Newest first, without their lines. state=open leaves out closed.")
    public Uni<RestResponse<Page<CountPlan>>> list(
            @RestQuery @Nullable String warehouse, @RestQuery @Nullable String state, UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse", "state");
        if (state != null && !state.equals("open")) {
            throw Refusal.invalid("state", "must be open, or absent for all");
        }
        return counting.list(new Counting.Filter(
                        null, warehouse, state != null, actor().scope(), paging.afterNumber(), paging.fetch()))
                .map(rows -> paging.page(rows, row -> Long.toString(row.id())));
    }

    @POST
    @Path("/{id}/post")
    @Needs(Capability.ADJUST_APPROVE)
    @Operation(
            summary = "Agree to the differences of a count",
            description = "Those above the threshold, by another person than the one who counted. While the house has"
                    + " no two people who could, one is enough and the answer carries a warning. A line whose units"
                    + " have gone meanwhile is to be counted again.")
    @APIResponse(responseCode = "409", description = "SECOND_PERSON_REQUIRED or NOTHING_TO_POST.")
    public Uni<RestResponse<CountPlan>> post(long id, @Nullable NoteBody body, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return counting.post(id, NoteBody.note(body), envelopes.of(actor, body, headers, uri), actor)
                .map(done -> answer(done, RestResponse.Status.OK));
    }

    private static RestResponse<CountPlan> answer(Counting.Done done, RestResponse.Status status) {
        ResponseBuilder<CountPlan> answer = ResponseBuilder.create(status, done.plan());
        return done.replayed() ? answer.header(Envelopes.REPLAYED, "true").build() : answer.build();
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
