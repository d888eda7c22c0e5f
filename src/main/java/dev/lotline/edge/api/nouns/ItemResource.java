package dev.lotline.edge.api.nouns;

import dev.lotline.edge.api.Page;
import dev.lotline.edge.api.Paging;
import dev.lotline.edge.api.Violations;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.Needs;
import dev.lotline.kernel.Text;
import dev.lotline.operations.catalog.ItemBody;
import dev.lotline.operations.catalog.Items;
import dev.lotline.stock.catalog.Item;
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
import java.util.EnumSet;
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

/** Items of an owner, with their barcodes and components. */
@Path("/api/v1/owners/{owner}/items")
@Cancellable(false)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Owners and items")
public class ItemResource {
    private final SecurityIdentity identity;

    ItemResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Ends with VALIDATION_FAILED, UNKNOWN_OWNER, RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, POLICY_IN_USE. */
    @PUT
    @Path("/{sku}")
    @Needs(Capability.CATALOG_WRITE)
    @Operation(
            summary = "Create or replace an item",
            description =
                    "Barcodes and components become exactly those of the body. The same body twice changes nothing.")
    @APIResponse(responseCode = "201", description = "Created.")
    @APIResponse(responseCode = "200", description = "Replaced.")
    @APIResponse(responseCode = "400", description = "VALIDATION_FAILED with every wrong field.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    @APIResponse(
            responseCode = "409",
            description = "POLICY_IN_USE: tracking, lotTracked, decimals or allowMixingLocations can't change while"
                    + " stock, lots or waiting orders depend on it. An item with stock may begin to carry lots once nothing of it is"
                    + " expected or on its way to the shelf.")
    @APIResponse(responseCode = "422", description = "RESTOCK_NOT_SUPPORTED_FOR_LOT_PRODUCT, KIT_IN_KIT.")
    public Uni<RestResponse<ItemBody>> put(String owner, String sku, @Nullable ItemBody body) {
        ItemBody wanted = Violations.body(body);
        return Items.put(owner, sku, wanted, Known.scope(identity)).map(Known::told);
    }

    /** Ends with UNKNOWN_OWNER (outside the scope), UNKNOWN_ITEM. */
    @GET
    @Path("/{sku}")
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(summary = "Read an item")
    @APIResponse(responseCode = "200", description = "The item with barcodes and components.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER, UNKNOWN_ITEM.")
    public Uni<ItemBody> get(String owner, String sku) {
        return Known.item(identity, owner, sku)
                .chain(item -> Items.bodies(owner, List.of(item)))
                .map(bodies -> bodies.get(0));
    }

    /** By SKU. Ends with UNKNOWN_OWNER, VALIDATION_FAILED. */
    @GET
    @Needs(Capability.CATALOG_READ)
    @WithSession
    @Operation(
            summary = "List items",
            description = "By SKU; query: status, search (part of SKU or name), limit (1 to 500, else 50), cursor.")
    @APIResponse(responseCode = "404", description = "UNKNOWN_OWNER.")
    public Uni<RestResponse<Page<ItemBody>>> list(String owner, UriInfo uri) {
        Paging paging = Paging.of(uri, "status", "search");
        Set<Item.Status> statuses = paging.oneOf("status", EnumSet.allOf(Item.Status.class));
        String search = Objects.requireNonNullElse(uri.getQueryParameters().getFirst("search"), "");
        new Violations()
                .text("search", search.isEmpty() ? null : search, Text.NAME)
                .refuse();
        return Known.owner(identity, owner)
                .chain(found -> Item.page(
                        Objects.requireNonNull(found.id), statuses, search, paging.afterText(), paging.fetch()))
                .chain(items -> Items.bodies(owner, items))
                .map(rows -> paging.page(rows, row -> Objects.requireNonNull(row.sku()), Function.identity()));
    }
}
