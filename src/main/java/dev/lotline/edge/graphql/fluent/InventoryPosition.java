package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.Whole;
import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.edge.graphql.door.RelayPage;
import dev.lotline.edge.graphql.endless.Product;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An item in a warehouse with the facts that its fields are made of; fields with arguments stand beside it. */
@Description("An InventoryPosition provides an \"on hand\" calculation of available inventory, based on its associated"
        + " inventory quantities and location: an item in a warehouse.")
public final class InventoryPosition {
    static final int WORKFLOW_VERSION = 1;

    private final Key key;
    private final Of of;
    /** Not called like the field: the schema takes the type of a member of the same name. */
    private final BigDecimal free;

    private final List<InventoryQuantity> quantities;

    /** By which the position is known to the books. */
    public record Key(long warehouse, long item) {}

    /**
     * What it is a position of.
     *
     * @param used something has ever been booked or promised of it
     * @param live the item may be ordered
     */
    public record Of(
            Product product,
            InventoryCatalogue catalogue,
            Location location,
            boolean used,
            boolean live,
            DateTime created,
            DateTime updated) {}

    /**
     * @param free good stock less what is promised
     * @param facts what its quantities are made of; null = they are not asked for
     */
    public InventoryPosition(Key key, Of of, BigDecimal free, QuantityRules.@Nullable Facts facts) {
        this.key = key;
        this.of = of;
        this.free = free;
        this.quantities = facts == null ? List.of() : QuantityRules.quantities(this, facts);
    }

    public Key key() {
        return key;
    }

    public Product product() {
        return of.product;
    }

    /** In their order: by type, then by name. */
    List<InventoryQuantity> quantities() {
        return quantities;
    }

    /** A page of those that the filter takes. Ends with VALIDATION_FAILED. */
    public InventoryQuantityConnection quantities(QuantityFilter filter, RelayPage page) {
        return new InventoryQuantityConnection(page, QuantityRules.page(this, filter.checked(), page));
    }

    /** The one of that name; null = there is none. */
    public @Nullable InventoryQuantity quantity(String ref) {
        return quantities.stream()
                .filter(each -> each.getRef().equals(ref))
                .findFirst()
                .orElse(null);
    }

    public String owner() {
        return of.product.brand().getId();
    }

    public boolean inCatalogue(String ref) {
        return ref.equals(of.catalogue.getRef()) || ref.equals(InventoryCatalogue.COMPATIBILITY + owner());
    }

    @NonNull
    @Id
    @Description("ID of the object. For internal use, should not be used externally or by any business logic.")
    public String getId() {
        return Cursors.position(key);
    }

    @Description("Time of creation: when the item was made known.")
    public @Nullable DateTime getCreatedOn() {
        return of.created;
    }

    @Description("Time of last update.")
    public @Nullable DateTime getUpdatedOn() {
        return of.updated;
    }

    @NonNull
    @Description("The unique reference identifier for the Inventory Position: <sku>:<warehouse>:DEFAULT.")
    public String getRef() {
        return of.product.getSku() + ":" + of.location.getRef() + ":DEFAULT";
    }

    @NonNull
    @Description("DEFAULT.")
    public String getType() {
        return "DEFAULT";
    }

    @Description("CREATED while nothing has been booked of it, then ACTIVE; INACTIVE when its item or its location is.")
    public @Nullable String getStatus() {
        if (!of.live || !of.location.active()) {
            return "INACTIVE";
        }
        return of.used ? "ACTIVE" : "CREATED";
    }

    @NonNull
    @Description("The reference used for workflow identification: INVENTORY_POSITION::DEFAULT.")
    public String getWorkflowRef() {
        return "INVENTORY_POSITION::DEFAULT";
    }

    @Description("The version of the workflow assigned to the entity.")
    public int getWorkflowVersion() {
        return WORKFLOW_VERSION;
    }

    @Description("A list of attributes associated with this Inventory Position: unitOfMeasure.")
    public @Nullable List<Attribute> getAttributes() {
        return List.of(Attribute.text("unitOfMeasure", of.product.getUnit()));
    }

    @NonNull
    @Description("A reference identifying a Product: the sku.")
    public String getProductRef() {
        return of.product.getSku();
    }

    @Description("The calculated on hand quantity in whole units, rounded down: the sum of the ACTIVE quantities.")
    public @Nullable Integer getOnHand() {
        return Whole.of(free);
    }

    @NonNull
    @Description("onHand, exact.")
    public Decimal getOnHandDecimal() {
        return Decimal.of(free);
    }

    @Description("A reference identifying the Location where this inventory exists: the warehouse.")
    public @Nullable String getLocationRef() {
        return of.location.getRef();
    }

    @Description("DEPRECATED, please use the field locationLink instead - The Location where this inventory exists.")
    public @Nullable StoreAddress getLocation() {
        return of.location.getPrimaryAddress();
    }

    @Description("The Agent Location where this inventory exists.")
    public @Nullable Location getLocationLink() {
        return of.location;
    }

    @Description("The Inventory Catalogue in which this Position is managed.")
    public @Nullable InventoryCatalogue getCatalogue() {
        return of.catalogue;
    }
}
