package dev.lotline.edge.graphql.fluent.value;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What is to become of a quantity; what is left out stays. */
@Input("UpdateInventoryQuantityInput")
@Description("What is to become of a quantity; what is left out stays.")
public final class UpdateInventoryQuantityInput {
    @NonNull
    @Description("The quantity's name.")
    public String ref = "";

    @NonNull
    @Description("The catalogue in which it is.")
    public InventoryCatalogueKey catalogue = new InventoryCatalogueKey();

    @Description("Its type; it must be the one that it has.")
    public @Nullable String type;

    @Description("ACTIVE, or INACTIVE: it no longer counts.")
    public @Nullable String status;

    @Description("Units.")
    public @Nullable Integer quantity;

    @Description("Its condition; kept, not judged.")
    public @Nullable String condition;

    @Description("When it is expected to arrive.")
    public @Nullable DateTime expectedOn;

    @Description("Code of the place; it must be the one that it has.")
    public @Nullable String storageAreaRef;

    @Description("Attributes that take the place of all of them.")
    public @Nullable List<AttributeInput> attributes;
}
