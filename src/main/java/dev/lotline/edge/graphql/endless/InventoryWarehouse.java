package dev.lotline.edge.graphql.endless;

import dev.lotline.edge.graphql.Figures;
import dev.lotline.edge.graphql.Whole;
import dev.lotline.stock.figures.EndlessVocabulary;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The figures of an item in one warehouse. */
@Description("The inventory values of one warehouse. Demand that nothing covers has no warehouse and is not in them.")
public final class InventoryWarehouse {
    private final String code;
    private final String name;
    private final boolean active;
    private final Figures figures;
    private @Nullable EndlessVocabulary computed;

    public InventoryWarehouse(String code, String name, boolean active, Figures figures) {
        this.code = code;
        this.name = name;
        this.active = active;
        this.figures = figures;
    }

    /** Computed once, and only when a field of it is asked for; twice at the same moment is the same. */
    private EndlessVocabulary told() {
        EndlessVocabulary known = computed;
        if (known == null) {
            known = figures.of(code);
            computed = known;
        }
        return known;
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
        return Whole.of(told().allocated());
    }

    public int getAvailable() {
        return Whole.of(told().available());
    }

    public int getAvailableToAllocate() {
        return Whole.of(told().availableToAllocate());
    }

    public int getAvailableToMake() {
        return Whole.of(told().availableToMake());
    }

    public int getAvailableToSell() {
        return Whole.of(told().availableToSell());
    }

    public int getIncoming() {
        return Whole.of(told().incoming());
    }

    public int getOrdered() {
        return Whole.of(Objects.requireNonNull(told().ordered()));
    }

    public int getPhysical() {
        return Whole.of(told().physical());
    }

    public int getStock() {
        return Whole.of(told().stock());
    }

    public int getUnallocated() {
        return Whole.of(told().unallocated());
    }

    public int getUnavailable() {
        return Whole.of(told().unavailable());
    }
}
