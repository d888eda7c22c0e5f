package dev.lotline.edge.graphql;

import dev.lotline.stock.figures.EndlessVocabulary;
import org.eclipse.microprofile.graphql.Description;

/** What the shop window says of an item. */
@Description("How deep the stock of an item is.")
public enum DepthEnum {
    @Description("Available inventory exceeds ordered quantities.")
    FULL_STOCK,

    @Description("No available inventory.")
    OUT_OF_STOCK,

    @Description("Ordered quantities exceed available inventory.")
    OVERSOLD;

    public static DepthEnum of(EndlessVocabulary.Depth depth) {
        return valueOf(depth.name());
    }
}
