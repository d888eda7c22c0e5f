package dev.lotline.edge.graphql.endless;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What is kept; here a product and its inventory item are one. */
@Description("A product of a brand.")
public final class Product {
    private final long id;
    private final String sku;
    private final String name;
    private final String unit;
    private final Brand brand;

    public Product(long id, String sku, String name, String unit, Brand brand) {
        this.id = id;
        this.sku = sku;
        this.name = name;
        this.unit = unit;
        this.brand = brand;
    }

    @NonNull
    @Id
    public String getId() {
        return Long.toString(id);
    }

    @NonNull
    public String getSku() {
        return sku;
    }

    @NonNull
    public String getName() {
        return name;
    }

    @NonNull
    @Description("Unit of measure of every quantity.")
    public String getUnit() {
        return unit;
    }

    @NonNull
    public Brand getBrand() {
        return brand;
    }

    public Brand brand() {
        return brand;
    }
}
