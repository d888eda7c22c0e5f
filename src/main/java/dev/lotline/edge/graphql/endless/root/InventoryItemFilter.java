package dev.lotline.edge.graphql.endless.root;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which items are wanted; what is left out narrows nothing. */
@Input("InventoryItemFilterInput")
@Description("Which items are wanted; what is left out narrows nothing.")
public final class InventoryItemFilter {
    @Description("Ids of items, as numbers or as <owner>:<sku>.")
    public @Nullable List<@NonNull String> ids;

    public @Nullable List<@NonNull String> skus;

    @Id
    @Description("The owner's code.")
    public @Nullable String brandId;

    @Description("Archived items too.")
    public @Nullable Boolean archived;
}
