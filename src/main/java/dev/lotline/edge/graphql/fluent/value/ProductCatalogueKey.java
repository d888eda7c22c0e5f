package dev.lotline.edge.graphql.fluent.value;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Names a product catalogue. */
@Input("ProductCatalogueKey")
@Description("Names a product catalogue.")
public final class ProductCatalogueKey {
    @NonNull
    @Description("DEFAULT:<owner>; products of another catalogue are not considered.")
    public String ref = "";
}
