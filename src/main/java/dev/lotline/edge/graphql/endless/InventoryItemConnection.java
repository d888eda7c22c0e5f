package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.door.PageInfo;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One page of items, as Relay wants it. */
@Description("A page of inventory items.")
public final class InventoryItemConnection {
    private final List<Edge> edges;
    private final PageInfo pageInfo;
    private final @Nullable Integer totalCount;

    /** @param cursor of an item: where the page before or behind it begins */
    public InventoryItemConnection(
            List<InventoryItem> items,
            boolean previous,
            boolean next,
            @Nullable Integer totalCount,
            Function<InventoryItem, String> cursor) {
        this.edges =
                items.stream().map(item -> new Edge(cursor.apply(item), item)).toList();
        this.pageInfo = new PageInfo(
                previous,
                next,
                edges.isEmpty() ? null : edges.get(0).cursor,
                edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor);
        this.totalCount = totalCount;
    }

    @NonNull
    public List<@NonNull Edge> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The items of the edges.")
    public List<@NonNull InventoryItem> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @Description("All items that the filter takes; counted only when it is asked for.")
    public @Nullable Integer getTotalCount() {
        return totalCount;
    }

    /** An item in its place in the list. */
    @Name("InventoryItemEdge")
    @Description("An item in its place in the list.")
    public static final class Edge {
        private final String cursor;
        private final InventoryItem node;

        Edge(String cursor, InventoryItem node) {
            this.cursor = cursor;
            this.node = node;
        }

        @NonNull
        public String getCursor() {
            return cursor;
        }

        @NonNull
        public InventoryItem getNode() {
            return node;
        }
    }
}
