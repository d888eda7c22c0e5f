package dev.lotline.edge.graphql.fluent.root;

import dev.lotline.edge.graphql.door.Caller;
import dev.lotline.edge.graphql.door.RelayPage;
import dev.lotline.edge.graphql.fluent.Cursors;
import dev.lotline.edge.graphql.fluent.InventoryCatalogue;
import dev.lotline.edge.graphql.fluent.InventoryPosition;
import dev.lotline.edge.graphql.fluent.InventoryPositionConnection;
import dev.lotline.edge.graphql.fluent.value.DateRange;
import dev.lotline.edge.graphql.fluent.value.InventoryCatalogueKey;
import dev.lotline.edge.graphql.fluent.value.InventoryPositionKey;
import dev.lotline.kernel.Actor;
import dev.lotline.kernel.Capability;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What Fluent Commerce's clients may ask. Whoever may not read stock is told nothing: null, without an error. */
@GraphQLApi
@Singleton
@NonBlocking
public class PositionQueries {
    private final PositionReading reading;
    private final PositionSql sql;
    private final SecurityIdentity identity;
    private final Context context;

    PositionQueries(PositionReading reading, PositionSql sql, SecurityIdentity identity, Context context) {
        this.reading = reading;
        this.sql = sql;
        this.identity = identity;
        this.context = context;
    }

    @Query
    @Description("A position of an item in a warehouse, also where it has never had stock. Ends with VALIDATION_FAILED,"
            + " UNKNOWN_OWNER, UNKNOWN_ITEM, UNKNOWN_WAREHOUSE.")
    public Uni<@Nullable InventoryPosition> inventoryPosition(
            @NonNull @Description("<sku>:<warehouse>:DEFAULT") String ref,
            @NonNull @Description("The catalogue in which the position is.") InventoryCatalogueKey catalogue) {
        Actor actor = Caller.ifAllowed(identity, Capability.STOCK_READ);
        if (actor == null) {
            return Uni.createFrom().nullItem();
        }
        boolean quantities = asksForQuantities();
        InventoryPositionKey key = new InventoryPositionKey();
        key.ref = ref;
        key.catalogue = catalogue;
        return reading.key(actor.scope(), key).chain(found -> reading.position(found, quantities));
    }

    @Query
    @Description(
            "Positions that have ever had a figure, in the order of owner, sku and warehouse, those of hidden items left"
                    + " out. 50 when neither first nor last is given, at most 1,000. What is left out narrows nothing.")
    public Uni<@Nullable InventoryPositionConnection> inventoryPositions(
            @Nullable @Description(Words.CREATED) DateRange createdOn,
            @Nullable @Description(Words.UPDATED) DateRange updatedOn,
            @Nullable @Description(Words.REF) List<@NonNull String> ref,
            @Nullable @Description(Words.POSITION_TYPE) List<@NonNull String> type,
            @Nullable @Description(Words.WORKFLOW) List<@NonNull String> workflowRef,
            @Nullable @Description(Words.VERSION) List<@NonNull Integer> workflowVersion,
            @Nullable @Description(Words.POSITION_STATUS) List<String> status,
            @Nullable @Description("Skus.") List<@NonNull String> productRef,
            @Nullable @Description("Whole units on hand.") List<Integer> onHand,
            @Nullable @Description("Warehouses.") List<String> locationRef,
            @Nullable @Description(Words.CATALOGUE) InventoryCatalogueKey catalogue,
            @Nullable @Description(Words.FIRST) Integer first,
            @Nullable @Description(Words.LAST) Integer last,
            @Nullable @Description(Words.BEFORE) String before,
            @Nullable @Description(Words.AFTER) String after) {
        Actor actor = Caller.ifAllowed(identity, Capability.STOCK_READ);
        if (actor == null) {
            return Uni.createFrom().nullItem();
        }
        RelayPage page = RelayPage.of(first, last, before, after);
        InventoryPosition.Key from = Cursors.position(page.field(), page.cursor());
        PositionFilter.Kind kind = new PositionFilter.Kind(type, status, workflowRef, workflowVersion);
        PositionFilter filter = new PositionFilter(
                        catalogue, ref, kind, onHand, productRef, locationRef, createdOn, updatedOn)
                .checked();
        return list(actor, filter, page, from, asksForQuantities());
    }

    @Query
    @Description("A catalogue: all positions of an owner. Ends with VALIDATION_FAILED, UNKNOWN_OWNER.")
    public Uni<@Nullable InventoryCatalogue> inventoryCatalogue(
            @NonNull @Description("DEFAULT:<owner>, or COMPATIBILITY:<owner>.") String ref) {
        Actor actor = Caller.ifAllowed(identity, Capability.STOCK_READ);
        return actor == null
                ? Uni.createFrom().nullItem()
                : reading.catalogue(actor.scope(), "ref", ref).map(it -> it);
    }

    private Uni<@Nullable InventoryPositionConnection> list(
            Actor actor,
            PositionFilter filter,
            RelayPage page,
            InventoryPosition.@Nullable Key from,
            boolean quantities) {
        Uni<?> known = filter.catalogue() == null
                ? Uni.createFrom().voidItem()
                : reading.catalogue(actor.scope(), "catalogue.ref", filter.catalogue().ref);
        if (!filter.kind().takesAny()) {
            return known.map(owner -> new InventoryPositionConnection(page, List.of()));
        }
        return known.chain(() -> sql.page(filter.tuple(actor.scope()), page.backwards(), from, page.fetch()))
                .chain(keys -> sql.positions(keys, quantities))
                .map(found -> new InventoryPositionConnection(page, found));
    }

    private boolean asksForQuantities() {
        return context.unwrap(DataFetchingEnvironment.class).getSelectionSet().contains("**/quantities")
                || context.unwrap(DataFetchingEnvironment.class)
                        .getSelectionSet()
                        .contains("quantities");
    }
}
