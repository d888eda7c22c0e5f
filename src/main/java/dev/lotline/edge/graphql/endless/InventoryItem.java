package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.DepthEnum;
import dev.lotline.edge.graphql.Figures;
import dev.lotline.edge.graphql.Figures.Where;
import dev.lotline.edge.graphql.door.Iso8601DateTime;
import dev.lotline.stock.figures.EndlessVocabulary;
import dev.lotline.stock.figures.Figure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One item with the facts that every field of it is computed from; fields with arguments stand beside it. */
@Description("An inventory item: stock quantities and locations of one product within a brand's warehouses.")
public final class InventoryItem {
    private final Product product;
    private final Times times;
    private final Figures figures;
    private final List<InventoryWarehouse> warehouses;
    private final Bounded<InventoryIncoming> incoming;
    private final Bounded<ItemLocation.Row> locations;
    private final Map<Where, EndlessVocabulary> computed = new ConcurrentHashMap<>();

    public record Times(
            Iso8601DateTime created,
            Iso8601DateTime updated,
            @Nullable Iso8601DateTime archived) {}

    public InventoryItem(
            Product product,
            Times times,
            Figures figures,
            List<InventoryWarehouse> warehouses,
            Bounded<InventoryIncoming> incoming,
            Bounded<ItemLocation.Row> locations) {
        this.product = product;
        this.times = times;
        this.figures = figures;
        this.warehouses = warehouses;
        this.incoming = incoming;
        this.locations = locations;
    }

    /** Computed once for each place that a request names. */
    public EndlessVocabulary at(Where where) {
        return computed.computeIfAbsent(where, figures::at);
    }

    /** Told of any part of the house: what is claimed there. */
    public Figure ordered(Where where) {
        return Objects.requireNonNull(at(where).ordered());
    }

    public Bounded<ItemLocation.Row> locations() {
        return locations;
    }

    @NonNull
    @Id
    @Description("The ID of the inventory item.")
    public String getId() {
        return product.getId();
    }

    @Description("When the inventory item was archived; null when it was not.")
    public @Nullable Iso8601DateTime getArchivedAt() {
        return times.archived;
    }

    @Description("The brand that the inventory item is for: its owner.")
    public @Nullable Brand getBrand() {
        return product.brand();
    }

    @Id
    @Description("The code of its owner.")
    public @Nullable String getBrandId() {
        return product.brand().getId();
    }

    @NonNull
    @Description("When this inventory item was created.")
    public Iso8601DateTime getCreatedAt() {
        return times.created;
    }

    @Description("The same as archivedAt: nothing is ever deleted.")
    public @Nullable Iso8601DateTime getDeletedAt() {
        return times.archived;
    }

    @NonNull
    @Description("OVERSOLD when more is ordered than there is or could be made, else OUT_OF_STOCK when nothing is"
            + " available or could be made.")
    public DepthEnum getDepth() {
        return DepthEnum.of(Objects.requireNonNull(at(Where.HOUSE).depth()).value());
    }

    @Description("Items of shipments that have not been closed, earliest expected arrival first, undated last. At most"
            + " 1,000, of more than 100 items together 100,000; more is refused.")
    public @Nullable List<@NonNull InventoryIncoming> getIncomingItems() {
        return incoming.all("incomingItems");
    }

    @NonNull
    @Description("The product that the inventory item is for.")
    public Product getProduct() {
        return product;
    }

    @NonNull
    @Id
    public String getProductId() {
        return product.getId();
    }

    @NonNull
    @Description("When this inventory item, or a figure of it, was last updated.")
    public Iso8601DateTime getUpdatedAt() {
        return times.updated;
    }

    @Description("The inventory values of each warehouse in which the item has ever had any.")
    public @Nullable List<@NonNull InventoryWarehouse> getWarehouses() {
        return warehouses;
    }
}
