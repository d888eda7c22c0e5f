package dev.lotline.edge.api.nouns;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.operations.catalog.LocationBody;
import dev.lotline.operations.catalog.Locations;
import dev.lotline.stock.location.Location;
import dev.lotline.stock.location.LocationType;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Locations of a warehouse. */
@Path("/api/v1/warehouses/{warehouse}/locations")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Warehouses and locations")
public class LocationResource {
    private final SecurityIdentity identity;

    LocationResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE, POLICY_IN_USE (the type, while stock is there). */
    @PUT
    @Path("/{location}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(summary = "Create or replace a location", description = "The same body twice changes nothing.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    @APIResponse(responseCode = "409", description = "POLICY_IN_USE: the type can't change while stock is there.")
    public Uni<RestResponse<LocationBody>> put(String warehouse, String location, @Nullable LocationBody body) {
        LocationBody wanted = Violations.body(body);
        return Locations.put(warehouse, location, wanted, Known.scope(identity)).map(Known::told);
    }

    /** Ends with UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION. */
    @GET
    @Path("/{location}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read a location")
    @APIResponse(responseCode = "200", description = "The location.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, UNKNOWN_LOCATION.")
    public Uni<LocationBody> get(String warehouse, String location) {
        return Known.warehouse(identity, warehouse)
                .chain(house -> Location.named(house.id(), location))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.UNKNOWN_LOCATION, "location", location))
                .chain(place -> Locations.bodies(List.of(place)).map(bodies -> bodies.get(0)));
    }

    /** By code, those inside the walls. Ends with UNKNOWN_WAREHOUSE, VALIDATION_FAILED. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(
            summary = "List locations",
            description = "By code; query: type, limit (1 to 500, else 50), cursor. Virtual places are not listed.")
    public Uni<RestResponse<Page<LocationBody>>> list(String warehouse, UriInfo uri) {
        Paging paging = Paging.of(uri, "type");
        Set<LocationType> types = paging.oneOf("type", LocationType.REAL);
        return Known.warehouse(identity, warehouse)
                .chain(house -> Location.page(house.id(), types, paging.afterText(), paging.fetch()))
                .chain(Locations::bodies)
                .map(rows -> paging.page(rows, row -> Objects.requireNonNull(row.location()), Function.identity()));
    }
}
