package dev.lotline.edge.api.documents;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.operations.waves.HandingOver;
import dev.lotline.operations.waves.PickWave;
import dev.lotline.operations.waves.Waves;
import dev.lotline.operations.waves.Waving;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cart runs: many orders released as one walk, and who has it. */
@Path("/api/v1/pick-waves")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outbound")
public final class WaveResource {
    private final Waving waving;
    private final Waves waves;
    private final HandingOver handingOver;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    WaveResource(Waving waving, Waves waves, HandingOver handingOver, Envelopes envelopes, SecurityIdentity identity) {
        this.waving = waving;
        this.waves = waves;
        this.handingOver = handingOver;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** Who has the work from now on; absent = nobody. */
    public record HandedOver(@Nullable String to) {}

    @POST
    @Needs(Capability.RELEASE_WORK)
    @Operation(
            summary = "Release many orders as one cart run",
            description = "The most urgent orders with something to pick here (priority, ship-by date, age), or those"
                    + " that are named, are reserved as if they were released one after the other. Answers the run in"
                    + " walking order, each task with the position and tote of its order.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_DOCUMENT, UNKNOWN_LOCATION (a tote).")
    @APIResponse(responseCode = "409", description = "NOTHING_TO_RELEASE, TOTE_IN_USE.")
    public Uni<RestResponse<PickWave>> release(@Nullable WaveBody body, HttpHeaders headers, UriInfo uri) {
        WaveBody wave = Violations.body(body);
        Actor actor = actor();
        return waving.release(wave.wave(), envelopes.of(actor, wave, headers, uri), actor)
                .map(done -> Documents.done(done.wave(), done.replayed()));
    }

    @GET
    @Path("/{wave}")
    @Needs(Capability.ORDER_READ)
    @Operation(
            summary = "A cart run",
            description = "Its orders by position, and the first 500 tasks in walking order.")
    public Uni<PickWave> find(long wave) {
        return waves.find(wave, actor().scope());
    }

    @GET
    @Path("/{wave}/tasks")
    @Needs(Capability.ORDER_READ)
    @Operation(summary = "All open tasks of a run", description = "In walking order.")
    public Uni<RestResponse<Page<PickWave.Task>>> tasks(long wave, UriInfo uri) {
        Paging paging = Paging.of(uri);
        return waves.tasks(wave, actor().scope(), (int) paging.afterNumber(), paging.fetch())
                .map(rows -> paging.page(rows, row -> Integer.toString(row.sequence())));
    }

    @GET
    @Needs(Capability.ORDER_READ)
    @Operation(
            summary = "List cart runs",
            description = "Newest first. state=open leaves out those without open tasks.")
    public Uni<RestResponse<Page<PickWave.Heading>>> list(
            @QueryParam("warehouse") @Nullable String warehouse,
            @QueryParam("state") @Nullable String state,
            UriInfo uri) {
        Paging paging = Paging.of(uri, "warehouse", "state");
        if (warehouse == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        return waves.list(warehouse, Documents.open(state), paging.afterNumber(), paging.fetch(), actor().scope())
                .map(rows -> paging.page(rows, row -> Long.toString(row.wave())));
    }

    @POST
    @Path("/hand-over")
    @Needs(Capability.RELEASE_WORK)
    @Operation(
            summary = "Give a run, or single tasks, to somebody",
            description = "Whoever has it finds it first among the floor's tasks; nobody else is shown it.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_DOCUMENT (the run), UNKNOWN_TASK.")
    @APIResponse(responseCode = "409", description = "TASK_ALREADY_PICKED, TASK_STOPPED.")
    public Uni<RestResponse<HandedOver>> handOver(@Nullable HandOverBody body, HttpHeaders headers, UriInfo uri) {
        HandOverBody work = Violations.body(body);
        if (work.warehouse() == null) {
            throw Refusal.invalid("warehouse", "is required");
        }
        Actor actor = actor();
        return handingOver
                .assign(
                        work.warehouse(),
                        new HandingOver.Work(work.wave(), work.tasks(), work.to()),
                        envelopes.of(actor, work, headers, uri),
                        actor.scope())
                .map(done -> Documents.done(new HandedOver(work.to()), done.replayed()));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
