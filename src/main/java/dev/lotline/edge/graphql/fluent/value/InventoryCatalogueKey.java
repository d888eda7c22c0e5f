package dev.lotline.edge.graphql.fluent.value;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Names an inventory catalogue. */
@Input("InventoryCatalogueKey")
@Description("Names an inventory catalogue.")
public final class InventoryCatalogueKey {
    @NonNull
    @Description("DEFAULT:<owner>, or COMPATIBILITY:<owner> for the same positions.")
    public String ref = "";
}
