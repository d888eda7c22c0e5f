package dev.lotline.edge.graphql.fluent;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** All positions of an owner. */
@Description("An inventory catalogue: the positions of one owner.")
public final class InventoryCatalogue {
    static final String DEFAULT = "DEFAULT:";
    static final String COMPATIBILITY = "COMPATIBILITY:";

    private final String owner;
    private final String name;

    public InventoryCatalogue(String owner, String name) {
        this.owner = owner;
        this.name = name;
    }

    @NonNull
    @Id
    @Description("For internal use.")
    public String getId() {
        return getRef();
    }

    @NonNull
    @Description("DEFAULT:<owner>.")
    public String getRef() {
        return DEFAULT + owner;
    }

    @NonNull
    @Description("DEFAULT.")
    public String getType() {
        return "DEFAULT";
    }

    @NonNull
    @Description("The owner's name.")
    public String getName() {
        return name;
    }

    @Description("What it holds, in words.")
    public String getDescription() {
        return "Positions of " + name;
    }

    @Description("ACTIVE.")
    public String getStatus() {
        return "ACTIVE";
    }

    @NonNull
    @Description("INVENTORY_CATALOGUE::DEFAULT.")
    public String getWorkflowRef() {
        return "INVENTORY_CATALOGUE::DEFAULT";
    }

    @Description("Version of that workflow.")
    public int getWorkflowVersion() {
        return InventoryPosition.WORKFLOW_VERSION;
    }

    @Description("The owner's code.")
    public List<String> getRetailerRefs() {
        return List.of(owner);
    }
}
