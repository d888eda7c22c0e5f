package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.door.RelayPage;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryQuantityConnection;
import dev.lotline.edge.graphql.fluent.QuantityFilter;
import dev.lotline.edge.graphql.fluent.value.DateRange;
import dev.lotline.edge.graphql.fluent.value.InventoryCatalogueKey;
import dev.lotline.edge.graphql.fluent.value.ProductCatalogueKey;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The fields of a position that take arguments, and what Fluent Commerce calls a product's. */
@GraphQLApi
@Singleton
@NonBlocking
public class PositionFields {
    private final SecurityIdentity identity;

    PositionFields(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Description(
            "A connection to the Inventory Quantities associated with this Position, by type and then by name. 50 when"
                    + " neither first nor last is given, at most 1,000. What is left out narrows nothing.")
    public @Nullable InventoryQuantityConnection quantities(
            @Source InventoryPosition position,
            @Nullable @Description("Time of creation.") DateRange createdOn,
            @Nullable @Description("Time of last update.") DateRange updatedOn,
            @Nullable @Description("The unique reference identifier for the Inventory Quantity.")
                    List<@NonNull String> ref,
            @Nullable
                    @Description(
                            "LAST_ON_HAND, RESERVED, SALE, CORRECTION, DELTA, ADJUSTMENT, EXPECTED, HELD; others are"
                                    + " refused.")
                    List<@NonNull String> type,
            @Nullable @Description("INVENTORY_QUANTITY::<type>.") List<@NonNull String> workflowRef,
            @Nullable @Description("1.") List<@NonNull Integer> workflowVersion,
            @Nullable @Description("CREATED, ACTIVE, INACTIVE, PENDING, ON_HOLD; others are refused.")
                    List<String> status,
            @Nullable @Description("The actual amount of this specific Quantity record, in whole units.")
                    List<Integer> quantity,
            @Nullable @Description("The condition of the Inventory Quantity value; null = without any.")
                    List<String> condition,
            @Nullable @Description("When it is expected; what is not expected is in no range.") DateRange expectedOn,
            @Nullable @Description("A reference to the Storage Area where this inventory is kept: places.")
                    List<String> storageAreaRef,
            @Nullable @Description("The catalogue in which it is managed: that of the position.")
                    InventoryCatalogueKey catalogue,
            @Nullable @Description("Returns the first n elements from the list.") Integer first,
            @Nullable @Description("Returns the last n elements from the list.") Integer last,
            @Nullable @Description("Returns the elements in the list that come before the specified global ID.")
                    String before,
            @Nullable @Description("Returns the elements in the list that come after the specified global ID.")
                    String after) {
        QuantityFilter filter = new QuantityFilter(
                createdOn,
                updatedOn,
                ref,
                type,
                workflowRef,
                workflowVersion,
                status,
                quantity,
                condition,
                expectedOn,
                storageAreaRef,
                catalogue);
        return position.quantities(filter, RelayPage.of(first, last, before, after));
    }

    @Description(
            "The Product the current inventory position refers to. Null without the permission to read products, and"
                    + " when another catalogue than the position's is asked for.")
    public @Nullable Product product(
            @Source InventoryPosition position,
            @Nullable @Description("Only products in this catalogue are considered.") ProductCatalogueKey catalogue) {
        boolean may = identity.getPrincipal() instanceof Actor actor && actor.may(Capability.CATALOG_READ);
        return may && (catalogue == null || position.inCatalogue(catalogue.ref)) ? position.product() : null;
    }

    @NonNull
    @Description("The unique reference identifier for the Product: the sku.")
    public String ref(@Source Product product) {
        return product.getSku();
    }

    @NonNull
    @Description("STANDARD: an item is the only product of its sku.")
    public String type(@Source Product product) {
        return "STANDARD";
    }
}
