package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.Whole;
import dev.lotline.stock.figures.EndlessVocabulary;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** The figures of an item in one warehouse. */
@Description("The inventory values of one warehouse. Demand that nothing covers has no warehouse and is not in them.")
public final class InventoryWarehouse {
    private final String code;
    private final String name;
    private final boolean active;
    private final EndlessVocabulary figures;

    public InventoryWarehouse(String code, String name, boolean active, EndlessVocabulary figures) {
        this.code = code;
        this.name = name;
        this.active = active;
        this.figures = figures;
    }

    @NonNull
    @Id
    @Description("The warehouse's code, which warehouseId takes.")
    public String getId() {
        return code;
    }

    @NonNull
    public String getName() {
        return name;
    }

    @Description("Inactive warehouses are in no total.")
    public boolean isActive() {
        return active;
    }

    public int getAllocated() {
        return Whole.of(figures.allocated());
    }

    public int getAvailable() {
        return Whole.of(figures.available());
    }

    public int getAvailableToAllocate() {
        return Whole.of(figures.availableToAllocate());
    }

    public int getAvailableToMake() {
        return Whole.of(figures.availableToMake());
    }

    public int getAvailableToSell() {
        return Whole.of(figures.availableToSell());
    }

    public int getIncoming() {
        return Whole.of(figures.incoming());
    }

    public int getOrdered() {
        return Whole.of(Objects.requireNonNull(figures.ordered()));
    }

    public int getPhysical() {
        return Whole.of(figures.physical());
    }

    public int getStock() {
        return Whole.of(figures.stock());
    }

    public int getUnallocated() {
        return Whole.of(figures.unallocated());
    }

    public int getUnavailable() {
        return Whole.of(figures.unavailable());
    }
}
