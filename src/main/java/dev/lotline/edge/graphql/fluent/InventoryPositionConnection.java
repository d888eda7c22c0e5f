package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.door.PageInfo;
import dev.lotline.edge.graphql.door.RelayPage;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One page of positions, as Relay wants it. */
@Description("A page of positions.")
public final class InventoryPositionConnection {
    private final List<Edge> edges;
    private final PageInfo pageInfo;

    /** @param fetched what lies on the page's side of its cursor, nearest first, one more than the page if there is */
    public InventoryPositionConnection(RelayPage page, List<InventoryPosition> fetched) {
        this.edges = page.cut(fetched).stream().map(Edge::new).toList();
        this.pageInfo = page.info(
                fetched.size() > page.size(),
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
    }

    @Description("The positions in their places in the list.")
    public @Nullable List<@NonNull Edge> getEdges() {
        return edges;
    }

    @Description("Where the page lies in the list.")
    public @Nullable PageInfo getPageInfo() {
        return pageInfo;
    }

    /** One of them in its place in the list. */
    @Name("InventoryPositionEdge")
    @Description("A position in its place in the list.")
    public static final class Edge {
        private final InventoryPosition node;

        Edge(InventoryPosition node) {
            this.node = node;
        }

        @NonNull
        @Description("Where the page before or behind it begins: its id.")
        public String getCursor() {
            return node.getId();
        }

        @Description("A position.")
        public @Nullable InventoryPosition getNode() {
            return node;
        }
    }
}
