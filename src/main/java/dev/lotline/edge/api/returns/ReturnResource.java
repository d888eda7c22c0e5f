package dev.lotline.edge.api.returns;

import dev.lotline.edge.api.Envelopes;
import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.returns.NewReturn;
import dev.lotline.operations.returns.ReturnOrder;
import dev.lotline.operations.returns.Returning;
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
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Goods that come back. */
@Path("/api/v1/returns")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Returns")
public final class ReturnResource {
    private final Returning returning;
    private final Envelopes envelopes;
    private final SecurityIdentity identity;

    ReturnResource(Returning returning, Envelopes envelopes, SecurityIdentity identity) {
        this.returning = returning;
        this.envelopes = envelopes;
        this.identity = identity;
    }

    @POST
    @Needs(Capability.INBOUND_WRITE)
    @Operation(
            summary = "Take goods back",
            description =
                    "Its reference is its key: the same body again answers the stored return. Lines with a location"
                            + " are booked at once and answer their action; lines without are announced and booked by RETURN"
                            + " scans. A lot on hold goes into quarantine; undelivered goods that keep for less than the minimum"
                            + " go the item's backup way; else what the line asks for, or the item's policy. Where an order is"
                            + " named, no more can come back of a lot than was shipped with it.")
    @APIResponse(responseCode = "201", description = "Stored, and booked where it says where the goods are.")
    @APIResponse(responseCode = "200", description = "This very return was stored before.")
    @APIResponse(responseCode = "409", description = "REFERENCE_REUSED: the reference has another body.")
    @APIResponse(
            responseCode = "422",
            description = "RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, MORE_THAN_SHIPPED, LOT_OR_EXPIRY_REQUIRED,"
                    + " LOT_PATTERN_MISMATCH, ITEM_NOT_TRACKED, WRONG_LOCATION, LOCATION_LOCKED, LOT_MIX_FORBIDDEN,"
                    + " CAPACITY_EXCEEDED.")
    public Uni<RestResponse<ReturnOrder>> take(@Nullable NewReturn body, HttpHeaders headers, UriInfo uri) {
        NewReturn asked = Violations.body(body);
        Actor actor = actor();
        String hash = HexFormat.of().formatHex(envelopes.hash(asked));
        return returning
                .take(asked, hash, envelopes.of(actor, null, headers, uri), actor)
                .map(taken -> taken.created()
                        ? ResponseBuilder.<ReturnOrder>created(uri.getAbsolutePathBuilder()
                                        .segment(asked.owner(), asked.reference())
                                        .build())
                                .entity(taken.order())
                                .build()
                        : RestResponse.ok(taken.order()));
    }

    @GET
    @Path("/{owner}/{reference}")
    @Needs(Capability.INBOUND_READ)
    @Operation(summary = "A return", description = "With what came, what became of it and why.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_DOCUMENT.")
    public Uni<ReturnOrder> find(String owner, String reference) {
        return returning.find(owner, reference, actor().scope());
    }

    @GET
    @Needs(Capability.INBOUND_READ)
    @Operation(summary = "List returns", description = "Newest first.")
    public Uni<RestResponse<Page<ReturnOrder>>> list(
            @RestQuery @Nullable String owner, @RestQuery @Nullable String warehouse, UriInfo uri) {
        Paging paging = Paging.of(uri, "owner", "warehouse");
        return returning
                .list(new Returning.Filter(owner, warehouse, actor().scope(), paging.afterNumber(), paging.fetch()))
                .map(rows -> paging.page(rows, row -> Long.toString(row.number()), Returning.Listed::order));
    }

    private Actor actor() {
        return (Actor) identity.getPrincipal();
    }
}
