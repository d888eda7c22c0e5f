package dev.lotline.edge.graphql.fluent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A warehouse, where positions are. */
@Description("An agent location: a warehouse.")
public final class Location {
    private final String code;
    private final String name;
    private final String timeZone;
    private final boolean active;

    public Location(String code, String name, String timeZone, boolean active) {
        this.code = code;
        this.name = name;
        this.timeZone = timeZone;
        this.active = active;
    }

    String timeZone() {
        return timeZone;
    }

    boolean active() {
        return active;
    }

    @NonNull
    @Id
    @Description("For internal use.")
    public String getId() {
        return code;
    }

    @Description("The warehouse's code.")
    public String getRef() {
        return code;
    }

    @Description("The warehouse's name.")
    public String getName() {
        return name;
    }

    @Description("WAREHOUSE.")
    public String getType() {
        return "WAREHOUSE";
    }

    @Description("ACTIVE or INACTIVE.")
    public String getStatus() {
        return active ? "ACTIVE" : "INACTIVE";
    }

    @Description("The warehouse as an address.")
    public StoreAddress getPrimaryAddress() {
        return new StoreAddress(this);
    }
}
