package dev.lotline.edge.graphql.fluent.value;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A named value that is to be kept. */
@Input("AttributeInput")
@Description("A named value. expiresOn and manufacturerBatchNumber name the lot; others are kept as they are.")
public final class AttributeInput {
    @NonNull
    @Description("Its name.")
    public String name = "";

    @NonNull
    @Description("How its value is to be read, such as STRING; kept, not judged.")
    public String type = "";

    @NonNull
    @Description("Its value, as text.")
    public Json value = new Json("");
}
