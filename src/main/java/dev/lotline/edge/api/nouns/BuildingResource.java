package dev.lotline.edge.api.nouns;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Refusal;
import dev.lotline.kernel.RefusalCode;
import dev.lotline.kernel.Text;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.stock.location.Building;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Buildings of a warehouse. */
@Path("/api/v1/warehouses/{warehouse}/buildings")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Warehouses and locations")
public class BuildingResource {
    private final SecurityIdentity identity;

    BuildingResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A building as it is sent and answered. */
    @Schema(name = "Building")
    record BuildingBody(
            @Schema(description = "Business code; the one in the address.") @Nullable
            String building,

            @Schema(required = true, maxLength = 200) @Nullable
            String name) {
        void check(String code) {
            new Violations()
                    .code("building", code)
                    .same("building", building, code)
                    .required("name", name)
                    .text("name", name, Text.NAME)
                    .refuse();
        }
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_WAREHOUSE. */
    @PUT
    @Path("/{building}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(summary = "Create or replace a building")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE.")
    public Uni<RestResponse<BuildingBody>> put(String warehouse, String building, @Nullable BuildingBody body) {
        BuildingBody wanted = Violations.body(body);
        wanted.check(building);
        return Stored.by(() -> Known.warehouse(identity, warehouse)
                        .chain(house -> Building.named(house.id(), building).chain(present -> {
                            Building stored = present == null ? new Building() : present;
                            stored.warehouseId = house.id();
                            stored.code = building;
                            stored.name = Objects.requireNonNull(wanted.name);
                            return stored.<Building>persist().map(done -> new Stored<>(body(done), present == null));
                        })))
                .map(Known::told);
    }

    /** Ends with UNKNOWN_WAREHOUSE, NOT_FOUND. */
    @GET
    @Path("/{building}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read a building")
    @APIResponse(responseCode = "200", description = "The building.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_WAREHOUSE, NOT_FOUND.")
    public Uni<BuildingBody> get(String warehouse, String building) {
        return Known.warehouse(identity, warehouse)
                .chain(house -> Building.named(house.id(), building))
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(RefusalCode.NOT_FOUND, "building", building))
                .map(BuildingResource::body);
    }

    /** By code. Ends with UNKNOWN_WAREHOUSE. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "List buildings", description = "By code; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<BuildingBody>>> list(String warehouse, UriInfo uri) {
        Paging paging = Paging.of(uri);
        return Known.warehouse(identity, warehouse)
                .chain(house -> Building.page(house.id(), paging.afterText(), paging.fetch()))
                .map(rows -> paging.page(rows, row -> row.code, BuildingResource::body));
    }

    private static BuildingBody body(Building building) {
        return new BuildingBody(building.code, building.name);
    }
}
