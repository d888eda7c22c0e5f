package dev.lotline.edge.graphql.endless.root;

import dev.lotline.edge.graphql.door.Caller;
import dev.lotline.edge.graphql.endless.InventoryItem;
import dev.lotline.edge.graphql.endless.InventoryItemConnection;
import dev.lotline.edge.graphql.endless.root.ListedSql.Wanted;
import dev.lotline.kernel.Capability;
import dev.lotline.kernel.FieldCheck;
import dev.lotline.kernel.Scope;
import graphql.schema.DataFetchingEnvironment;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** What Endless Commerce's clients may ask. */
@GraphQLApi
@Singleton
@NonBlocking
public class InventoryQueries {
    private static final int MOST_NAMED = 1_000;

    private final InventoryReading reading;
    private final ListedSql listed;
    private final SecurityIdentity identity;
    private final Context context;

    InventoryQueries(InventoryReading reading, ListedSql listed, SecurityIdentity identity, Context context) {
        this.reading = reading;
        this.listed = listed;
        this.identity = identity;
        this.context = context;
    }

    @Query
    @Description("One item, archived or hidden ones too. id: its number or <owner>:<sku>; sku: where only one owner has"
            + " it. Ends with UNKNOWN_ITEM, VALIDATION_FAILED.")
    public Uni<InventoryItem> inventoryItem(@Id @Nullable String id, @Nullable String sku) {
        Scope scope = Caller.who(identity, Capability.STOCK_READ).scope();
        Asked asked = Asked.by(context.unwrap(DataFetchingEnvironment.class));
        return reading.named(scope, id, sku).chain(item -> reading.item(item.id(), scope, asked));
    }

    @Query
    @NonNull
    @Description("The items in the order of owner and sku, archived and hidden ones left out. 50 when neither first nor"
            + " last is given, at most 1,000.")
    public Uni<InventoryItemConnection> inventoryItems(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable InventoryItemFilter filter) {
        Scope scope = Caller.who(identity, Capability.STOCK_READ).scope();
        Asked asked = Asked.by(context.unwrap(DataFetchingEnvironment.class));
        InventoryPage page = InventoryPage.of(first, after, last, before);
        Wanted wanted = wanted(scope, filter == null ? new InventoryItemFilter() : filter);
        return listed.page(wanted, page.backwards(), page.item(), page.fetch())
                .chain(ids -> reading.items(page.cut(ids), scope, asked)
                        .chain(items -> total(asked, wanted)
                                .map(total -> page.connection(items, ids.size() > page.size(), total))));
    }

    private Uni<@Nullable Integer> total(Asked asked, Wanted wanted) {
        return asked.count()
                ? listed.count(wanted).map(count -> count)
                : Uni.createFrom().nullItem();
    }

    private static Wanted wanted(Scope scope, InventoryItemFilter filter) {
        List<String> ids = filter.ids == null ? List.of() : filter.ids;
        List<String> skus = filter.skus == null ? List.of() : filter.skus;
        String most = "must be at most " + MOST_NAMED;
        new FieldCheck()
                .that(ids.size() <= MOST_NAMED, "filter.ids", most)
                .that(skus.size() <= MOST_NAMED, "filter.skus", most)
                .optionalCode("filter.brandId", filter.brandId)
                .done();
        List<Long> numbers = ids.stream()
                .map(id -> Ids.number("filter.ids", id))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        List<String> codes =
                ids.stream().filter(id -> Ids.number("filter.ids", id) == null).toList();
        return new Wanted(
                scope,
                filter.ids == null ? null : numbers.toArray(Long[]::new),
                filter.ids == null ? null : codes.toArray(String[]::new),
                filter.skus == null ? null : skus.toArray(String[]::new),
                filter.brandId,
                Boolean.TRUE.equals(filter.archived));
    }
}
