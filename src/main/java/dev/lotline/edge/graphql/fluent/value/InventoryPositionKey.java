package dev.lotline.edge.graphql.fluent.value;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Names a position in its catalogue. */
@Input("InventoryPositionKey")
@Description("Names a position in its catalogue.")
public final class InventoryPositionKey {
    @NonNull
    @Description("<sku>:<warehouse>:DEFAULT")
    public String ref = "";

    @NonNull
    @Description("The catalogue in which the position is.")
    public InventoryCatalogueKey catalogue = new InventoryCatalogueKey();
}
