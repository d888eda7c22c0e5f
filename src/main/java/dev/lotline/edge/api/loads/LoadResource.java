package dev.lotline.edge.api.loads;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.loading.LoadBatch;
import dev.lotline.operations.loading.LoadJob;
import dev.lotline.operations.loading.Loading;
import dev.lotline.stock.ledger.Envelope;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Quantities in batches, as Fluent Commerce's clients send them. */
@Path("/api/v1/fluent/job")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Loads")
public final class LoadResource {
    private final Loading loading;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    LoadResource(Loading loading, Envelopes envelopes, SecurityIdentity identity) {
        this.loading = loading;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.ADJUST)
    @Operation(summary = "Open a job", description = "It holds the batches of one load together.")
    @APIResponse(responseCode = "201", description = "Opened.")
    @APIResponse(responseCode = "200", description = "The same key and body opened it before.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    @APIResponse(responseCode = "409", description = "KEY_REUSED.")
    public Uni<RestResponse<LoadJob>> open(@Nullable JobBody body, HttpHeaders headers, UriInfo uri) {
        JobBody asked = Violations.body(body);
        Actor actor = actor();
        Envelope envelope = envelopes.of(actor, asked, headers, uri);
        return loading.open(asked.job(), envelope.id(), envelopes.hash(asked), actor)
                .map(done -> answer(done));
    }

    @GET
    @Path("/{job}")
    @Needs(Capability.ADJUST)
    @Operation(summary = "A job")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT, also where another credential opened it.")
    public Uni<LoadJob> find(long job) {
        return loading.job(job, actor());
    }

    @POST
    @Path("/{job}/batch")
    @Needs(Capability.ADJUST)
    @Operation(
            summary = "Send a batch",
            description =
                    "At most 5,000 entities. Each is done or refused by itself; the answer tells the fate of each."
                            + " LAST_ON_HAND is what stood in the place when its source saw it (epoch): what the books have"
                            + " booked since stays, an older epoch never overwrites a newer one, and a new one ends SALE,"
                            + " CORRECTION and DELTA. What changes stock are adjustments: above the threshold of the warehouse"
                            + " they wait for a second person. A job does the same entity once, however often it is sent. A batch"
                            + " that was broken off goes on when it is sent again with its key.")
    @APIResponse(responseCode = "201", description = "Done.")
    @APIResponse(responseCode = "200", description = "The same key and body were here before.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED: too many entities, another action or type.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT.")
    @APIResponse(responseCode = "409", description = "KEY_REUSED.")
    public Uni<RestResponse<LoadBatch>> send(long job, @Nullable BatchBody body, HttpHeaders headers, UriInfo uri) {
        BatchBody asked = Violations.body(body);
        Actor actor = actor();
        Envelope envelope = envelopes.of(actor, asked, headers, uri);
        return loading.job(job, actor)
                .chain(known -> loading.load(known, asked.entries(known), envelope, envelopes.hash(asked), actor))
                .map(done -> answer(done));
    }

    @GET
    @Path("/{job}/batch/{n}")
    @Needs(Capability.ADJUST)
    @Operation(summary = "A batch", description = "With the fate of each of its entities.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT.")
    public Uni<LoadBatch> batch(long job, int n) {
        return loading.batch(job, n, actor());
    }

    private static <T> RestResponse<T> answer(Loading.Done<T> done) {
        return done.replayed()
                ? ResponseBuilder.ok(done.what())
                        .header(Envelopes.REPLAYED, "true")
                        .build()
                : ResponseBuilder.create(RestResponse.Status.CREATED, done.what())
                        .build();
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
