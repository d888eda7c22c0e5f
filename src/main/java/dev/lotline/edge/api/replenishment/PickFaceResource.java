package dev.lotline.edge.api.replenishment;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.replenishment.PickFace;
import dev.lotline.operations.replenishment.PickFaces;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Pick faces of a warehouse and how much they should hold. Their tasks are in {@code GET /floor/tasks}. */
@Path("/api/v1/warehouses/{warehouse}/pick-faces")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Replenishment")
public final class PickFaceResource {
    private final PickFaces faces;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    PickFaceResource(PickFaces faces, Envelopes envelopes, SecurityIdentity identity) {
        this.faces = faces;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** How many tasks were made. */
    public record Planned(int tasks) {}

    @PUT
    @Path("/{location}/{owner}/{sku}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(
            summary = "Say what a pick face should hold",
            description = "When a pick leaves fewer than minimum good units there, tasks are made that fill it up to"
                    + " maximum: nearest expiry first, one lot only where it takes one.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION, UNKNOWN_ITEM.")
    @APIResponse(responseCode = "422", description = "WRONG_LOCATION, ITEM_NOT_TRACKED.")
    public Uni<PickFace> set(String warehouse, String location, String owner, String sku, @Nullable PickFaceBody body) {
        PickFaceBody wanted = Violations.body(body);
        return faces.set(warehouse, location, owner, sku, wanted.minimum(), wanted.maximum(), actor().scope());
    }

    @DELETE
    @Path("/{location}/{owner}/{sku}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(summary = "Fill a pick face up no more", description = "Tasks that are open stay.")
    @APIResponse(responseCode = "204", description = "It is no pick face of the item.")
    public Uni<Void> remove(String warehouse, String location, String owner, String sku) {
        return faces.remove(warehouse, location, owner, sku, actor().scope());
    }

    @GET
    @Needs(Capability.CATALOG_READ)
    @Operation(summary = "List pick faces", description = "By location, owner and SKU, with what is there and coming.")
    public Uni<RestResponse<Page<PickFace>>> list(String warehouse, UriInfo uri) {
        Paging paging = Paging.of(uri);
        return faces.list(warehouse, actor().scope(), paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, row -> row.location() + "\n" + row.owner() + "\n" + row.sku()));
    }

    @POST
    @Path("/plan")
    @Needs(Capability.RELEASE_WORK)
    @Operation(
            summary = "Look at all pick faces",
            description =
                    "Makes the tasks that are missing: for faces that were set or whose reserve came after the last"
                            + " pick.")
    public Uni<RestResponse<Planned>> plan(String warehouse, HttpHeaders headers, UriInfo uri) {
        Actor actor = actor();
        return faces.plan(warehouse, envelopes.of(actor, null, headers, uri), actor.scope())
                .map(done -> {
                    Planned planned = new Planned(done.tasks());
                    return done.replayed()
                            ? ResponseBuilder.ok(planned)
                                    .header(Envelopes.REPLAYED, "true")
                                    .build()
                            : RestResponse.ok(planned);
                });
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
