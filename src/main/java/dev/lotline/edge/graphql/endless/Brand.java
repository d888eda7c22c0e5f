package dev.lotline.edge.graphql.endless;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Whose goods they are. */
@Description("A brand: the organisation that owns items.")
public final class Brand {
    private final String code;
    private final String name;

    public Brand(String code, String name) {
        this.code = code;
        this.name = name;
    }

    @NonNull
    @Id
    @Description("The owner's code.")
    public String getId() {
        return code;
    }

    @NonNull
    public String getName() {
        return name;
    }
}
