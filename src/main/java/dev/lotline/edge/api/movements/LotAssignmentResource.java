package dev.lotline.edge.api.movements;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Keyed;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.correction.LotAssigning;
import dev.lotline.operations.correction.LotAssignment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Lots for stock that has none. */
@Path("/api/v1/owners/{owner}/items/{sku}/lot-assignments")
@Needs(Capability.LOT_CORRECT)
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
public final class LotAssignmentResource {
    private final LotAssigning assigning;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    LotAssignmentResource(LotAssigning assigning, Envelopes envelopes, SecurityIdentity identity) {
        this.assigning = assigning;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    /** The rows, as they are hashed: an array has no room for a key. */
    private record Rows(@Nullable String id, @Nullable String warehouse, List<LotAssignment> rows) implements Keyed {}

    /** See {@link LotAssigning#assign} for what it can end with. */
    @POST
    @Operation(
            summary = "Assign lots to stock without lot",
            description =
                    "An array of places, quantities and the lot that they are of; the lot is made where it is new."
                            + " Units of one place may be split over lots, as many as stand there without one; a place that"
                            + " takes one lot gives all its units to one. `state` names held units (QUARANTINED, DAMAGED), else"
                            + " AVAILABLE ones are meant. `warehouse` is needed where these places stand in more than one.")
    @APIResponse(responseCode = "200", description = "What became of each row.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_LOCATION.")
    @APIResponse(
            responseCode = "422",
            description = "LOT_SUM_MISMATCH, LOT_MIX_FORBIDDEN, LOT_OR_EXPIRY_REQUIRED, LOT_PATTERN_MISMATCH,"
                    + " ITEM_NOT_LOT_TRACKED.")
    public Uni<RestResponse<LotAssigning.Assigned>> assign(
            String owner,
            String sku,
            @RestQuery @Nullable String warehouse,
            @Nullable List<LotAssignment> body,
            HttpHeaders headers,
            UriInfo uri) {
        List<LotAssignment> rows = Violations.body(body);
        Actor actor = (Actor) identity.getPrincipal();
        return assigning
                .assign(
                        owner,
                        sku,
                        warehouse,
                        rows,
                        envelopes.of(actor, new Rows(null, warehouse, rows), headers, uri),
                        actor.scope())
                .map(done -> done.replayed()
                        ? ResponseBuilder.ok(done.assigned())
                                .header(Envelopes.REPLAYED, "true")
                                .build()
                        : RestResponse.ok(done.assigned()));
    }
}
