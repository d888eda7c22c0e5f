package dev.lotline.edge.graphql.fluent.value;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A quantity that is to be made. */
@Input("CreateInventoryQuantityInput")
@Description("A quantity that is to be made.")
public final class CreateInventoryQuantityInput {
    @NonNull
    @Description("Its name in the position; at most 255 characters.")
    public String ref = "";

    @NonNull
    @Description(
            "LAST_ON_HAND: what stands in the place. SALE, CORRECTION (not above 0), DELTA, ADJUSTMENT: a difference."
                    + " EXPECTED: told, never counted.")
    public String type = "";

    @NonNull
    @Description("The catalogue of its position.")
    public InventoryCatalogueKey catalogue = new InventoryCatalogueKey();

    @NonNull
    @Description("The position that it belongs to.")
    public InventoryPositionKey position = new InventoryPositionKey();

    @NonNull
    @Description("Units.")
    public int quantity;

    @Description("Its condition, such as NEW, USED or DAMAGED; kept, not judged.")
    public @Nullable String condition;

    @Description("When it is expected to arrive.")
    public @Nullable DateTime expectedOn;

    @Description("Code of the place; may be left out where the item has good stock in one place only.")
    public @Nullable String storageAreaRef;

    @Description("expiresOn and manufacturerBatchNumber name the lot; others are kept.")
    public @Nullable List<AttributeInput> attributes;
}
