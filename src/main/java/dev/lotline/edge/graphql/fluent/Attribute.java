package dev.lotline.edge.graphql.fluent;

import dev.lotline.edge.graphql.fluent.value.Json;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A named value beside the fields of something. */
@Description("A named value beside the fields of something.")
public final class Attribute {
    private final String name;
    private final String type;
    private final String text;

    public Attribute(String name, String type, String text) {
        this.name = name;
        this.type = type;
        this.text = text;
    }

    public static Attribute text(String name, String value) {
        return new Attribute(name, "STRING", value);
    }

    @NonNull
    @Description("Name of the attribute.")
    public String getName() {
        return name;
    }

    @NonNull
    @Description("How its value is to be read, such as STRING.")
    public String getType() {
        return type;
    }

    @NonNull
    @Description("Value of the attribute.")
    public Json getValue() {
        return new Json(text);
    }
}
