package dev.lotline.edge.api.nouns;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.stock.location.Warehouse;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Warehouses: houses with their own business date. */
@Path("/api/v1/warehouses")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Warehouses and locations")
public class WarehouseResource {
    private final SecurityIdentity identity;

    WarehouseResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE (outside the scope). */
    @PUT
    @Path("/{warehouse}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(
            summary = "Create or replace a warehouse",
            description = "A new one is born with the places outside its walls and one tote.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE: outside the credential's scope.")
    public Uni<RestResponse<WarehouseBody>> put(String warehouse, @Nullable WarehouseBody body) {
        WarehouseBody wanted = Violations.body(body);
        wanted.check(warehouse);
        Known.scope(identity).requireWarehouse(warehouse);
        return Stored.by(() -> Warehouse.named(warehouse).chain(present -> {
                    Warehouse stored = present == null ? new Warehouse() : present;
                    stored.code = warehouse;
                    wanted.into(stored);
                    return stored.<Warehouse>persist()
                            .map(done -> new Stored<>(WarehouseBody.of(done), present == null));
                }))
                .map(Known::told);
    }

    /** Ends with UNKNOWN_WAREHOUSE. */
    @GET
    @Path("/{warehouse}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read a warehouse")
    @APIResponse(responseCode = "200", description = "The warehouse.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<WarehouseBody> get(String warehouse) {
        return Known.warehouse(identity, warehouse).map(WarehouseBody::of);
    }

    /** By code, those in the scope. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "List warehouses", description = "By code; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<WarehouseBody>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return Warehouse.page(Known.scope(identity).warehouses(), paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, row -> row.code, WarehouseBody::of));
    }
}
