package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.Whole;
import dev.lotline.edge.graphql.door.Decimal;
import dev.lotline.edge.graphql.fluent.value.DateTime;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One quantity of a position. */
@Description("A quantity of a position; the ACTIVE ones make up its onHand.")
public final class InventoryQuantity {
    /** In the order in which quantities are told. */
    static final List<String> ORDER =
            List.of("LAST_ON_HAND", "RESERVED", "SALE", "CORRECTION", "DELTA", "ADJUSTMENT", "EXPECTED", "HELD");

    public static final Set<String> TYPES = new LinkedHashSet<>(ORDER);
    public static final Set<String> STATUSES =
            new LinkedHashSet<>(List.of("CREATED", "ACTIVE", "INACTIVE", "PENDING", "ON_HOLD"));

    private final InventoryPosition position;
    private final What what;
    private final Where where;
    private final @Nullable DateTime created;
    private final @Nullable DateTime updated;

    /** @param units below 0 where they went or are promised */
    public record What(
            String type,
            String ref,
            String status,
            BigDecimal units,
            @Nullable String condition,
            @Nullable DateTime expectedOn) {}

    /** @param place null = in no place yet */
    record Where(@Nullable String place, List<Attribute> attributes) {}

    InventoryQuantity(
            InventoryPosition position,
            What what,
            Where where,
            @Nullable DateTime created,
            @Nullable DateTime updated) {
        this.position = position;
        this.what = what;
        this.where = where;
        this.created = created;
        this.updated = updated;
    }

    /** Its place among the quantities of its position. */
    String order() {
        return ORDER.indexOf(what.type) + ":" + what.ref;
    }

    public InventoryPosition position() {
        return position;
    }

    @NonNull
    @Id
    @Description("ID of the object. For internal use, should not be used externally or by any business logic.")
    public String getId() {
        return Cursors.quantity(position.key(), ORDER.indexOf(what.type), what.ref);
    }

    @Description("Time of creation, where it is known.")
    public @Nullable DateTime getCreatedOn() {
        return created;
    }

    @Description("Time of last update, where it is known.")
    public @Nullable DateTime getUpdatedOn() {
        return updated;
    }

    @NonNull
    @Description("The unique reference identifier for the Inventory Quantity within its position.")
    public String getRef() {
        return what.ref;
    }

    @NonNull
    @Description(
            "LAST_ON_HAND: good stock at the last epoch (load or count). RESERVED: promised to an order. SALE: picked"
                    + " since. CORRECTION: not found by pickers since. DELTA: other changes since. ADJUSTMENT: as a client made"
                    + " it. EXPECTED: announced. HELD: not for sale.")
    public String getType() {
        return what.type;
    }

    @Description("ACTIVE: counted in onHand. INACTIVE: no longer. CREATED: expected. PENDING: a second person decides."
            + " ON_HOLD: held.")
    public @Nullable String getStatus() {
        return what.status;
    }

    @NonNull
    @Description("The reference used for workflow identification: INVENTORY_QUANTITY::<type>.")
    public String getWorkflowRef() {
        return "INVENTORY_QUANTITY::" + what.type;
    }

    @Description("The version of the workflow assigned to the entity.")
    public int getWorkflowVersion() {
        return InventoryPosition.WORKFLOW_VERSION;
    }

    @Description("A list of attributes associated with this Inventory Quantity; of lots expiresOn,"
            + " manufacturerBatchNumber, manufacturedOn; of places storageAreaRef.")
    public @Nullable List<Attribute> getAttributes() {
        return where.attributes;
    }

    @Description("The actual amount of this specific Quantity record in whole units, rounded down.")
    public @Nullable Integer getQuantity() {
        return Whole.of(what.units);
    }

    @NonNull
    @Description("quantity, exact.")
    public Decimal getQuantityDecimal() {
        return Decimal.of(what.units);
    }

    @Description("The condition of the Inventory Quantity value; of held ones QUARANTINED, SHORT_DATED or DAMAGED.")
    public @Nullable String getCondition() {
        return what.condition;
    }

    @Description("The date and time the quantity is expected to arrive.")
    public @Nullable DateTime getExpectedOn() {
        return what.expectedOn;
    }

    @Description("A reference to the Storage Area where this inventory is kept: the place's code.")
    public @Nullable String getStorageAreaRef() {
        return where.place;
    }

    @Description("The Inventory Catalogue in which this Quantity is managed.")
    public @Nullable InventoryCatalogue getCatalogue() {
        return position.getCatalogue();
    }

    @Description("The associated parent Inventory Position of which this Quantity applies.")
    public @Nullable InventoryPosition getPosition() {
        return position;
    }
}
