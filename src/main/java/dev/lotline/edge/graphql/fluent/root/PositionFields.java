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
            @Nullable @Description(Words.CREATED) DateRange createdOn,
            @Nullable @Description(Words.UPDATED) DateRange updatedOn,
            @Nullable @Description(Words.REF) List<@NonNull String> ref,
            @Nullable
                    @Description(
                            "LAST_ON_HAND, RESERVED, SALE, CORRECTION, DELTA, ADJUSTMENT, EXPECTED, HELD; others are"
                                    + " refused.")
                    List<@NonNull String> type,
            @Nullable @Description(Words.WORKFLOW) List<@NonNull String> workflowRef,
            @Nullable @Description(Words.VERSION) List<@NonNull Integer> workflowVersion,
            @Nullable @Description(Words.QUANTITY_STATUS) List<String> status,
            @Nullable @Description(Words.AMOUNT) List<Integer> quantity,
            @Nullable @Description(Words.CONDITION) List<String> condition,
            @Nullable @Description(Words.EXPECTED) DateRange expectedOn,
            @Nullable @Description(Words.STORAGE_AREA) List<String> storageAreaRef,
            @Nullable @Description(Words.CATALOGUE) InventoryCatalogueKey catalogue,
            @Nullable @Description(Words.FIRST) Integer first,
            @Nullable @Description(Words.LAST) Integer last,
            @Nullable @Description(Words.BEFORE) String before,
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
