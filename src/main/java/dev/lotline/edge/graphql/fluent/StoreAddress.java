package dev.lotline.edge.graphql.fluent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A warehouse as an address. */
@Description("A warehouse as an address.")
public final class StoreAddress {
    private final Location location;

    StoreAddress(Location location) {
        this.location = location;
    }

    @NonNull
    @Id
    @Description("For internal use.")
    public String getId() {
        return location.getId();
    }

    @Description("The warehouse's code.")
    public String getRef() {
        return location.getRef();
    }

    @Description("The warehouse's name.")
    public String getName() {
        return location.getName();
    }

    @Description("AGENT.")
    public String getType() {
        return "AGENT";
    }

    @Description("Time zone of its business days.")
    public String getTimeZone() {
        return location.timeZone();
    }
}
