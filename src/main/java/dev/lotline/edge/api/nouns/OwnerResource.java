package dev.lotline.edge.api.nouns;

import static java.util.Objects.requireNonNull;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Text;
import dev.lotline.operations.catalog.Stored;
import dev.lotline.stock.catalog.Owner;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Owners: the manufacturer and the merchants whose goods are here. */
@Path("/api/v1/owners")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Owners and items")
public class OwnerResource {
    private final SecurityIdentity identity;

    OwnerResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** An owner as it is sent and answered. */
    @Schema(name = "Owner")
    record OwnerBody(
            @Schema(description = "Business code; the one in the address.", example = "HEALTHY") @Nullable
            String owner,

            @Schema(required = true, example = "Healthy Snacks", maxLength = 200) @Nullable
            String name,

            @Schema(required = true, description = "MANUFACTURER runs the house, CUSTOMER is a merchant in it.")
            Owner.@Nullable Kind kind) {
        static OwnerBody of(Owner owner) {
            return new OwnerBody(owner.code, owner.name, owner.kind);
        }

        void check(String code) {
            new Violations()
                    .code("owner", code)
                    .same("owner", owner, code)
                    .required("name", name)
                    .text("name", name, Text.NAME)
                    .required("kind", kind)
                    .refuse();
        }

        void into(Owner target) {
            target.name = requireNonNull(name);
            target.kind = requireNonNull(kind);
        }
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER (outside the scope). */
    @PUT
    @Path("/{owner}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(summary = "Create or replace an owner", description = "The same body twice changes nothing.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER: outside the credential's scope.")
    public Uni<RestResponse<OwnerBody>> put(String owner, @Nullable OwnerBody body) {
        OwnerBody wanted = Violations.body(body);
        wanted.check(owner);
        Known.scope(identity).requireOwner(owner);
        return Stored.by(() -> Owner.named(owner).chain(present -> {
                    Owner stored = present == null ? new Owner() : present;
                    stored.code = owner;
                    wanted.into(stored);
                    return stored.<Owner>persist().map(done -> new Stored<>(OwnerBody.of(done), present == null));
                }))
                .map(Known::told);
    }

    /** Ends with UNKNOWN_OWNER. */
    @GET
    @Path("/{owner}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read an owner")
    @APIResponse(responseCode = "200", description = "The owner.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    public Uni<OwnerBody> get(String owner) {
        return Known.owner(identity, owner).map(OwnerBody::of);
    }

    /** By code, those in the scope. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "List owners", description = "By code; query: limit (1 to 500, else 50), cursor.")
    public Uni<RestResponse<Page<OwnerBody>>> list(UriInfo uri) {
        Paging paging = Paging.of(uri);
        return Owner.page(Known.scope(identity).owners(), paging.afterText(), paging.fetch())
                .map(rows -> paging.page(rows, row -> row.code, OwnerBody::of));
    }
}
